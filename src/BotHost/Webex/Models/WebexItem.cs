namespace BotHost.Webex;

/// <summary>Something Webex lists.</summary>
internal abstract record WebexItem
{
    /// <summary>
    /// The fields of this one item that Webex could not give, by name, as a rule because they could not be decrypted; empty when all is
    /// well. Such a field is not to be used, whatever stands in it. The other fields, and the rest of the list, are sound.
    /// </summary>
    public IReadOnlyDictionary<string, FieldError> Errors { get => field ?? FieldError.None; init; }
}
