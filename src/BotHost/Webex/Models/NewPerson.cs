namespace BotHost.Webex;

/// <summary>An account to create; for administrators. Should Webex fail, the person may be there all the same: look before doing it again.</summary>
internal sealed record NewPerson : PersonDetails, ICheckedRequest
{
    /// <summary>One: Webex leaves others aside.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    public void Check()
    {
        if (Emails is not [_])
            throw new ArgumentException($"An account has one address and this one has {Emails.Count}. Set Emails to one.");
        if (string.IsNullOrWhiteSpace(DisplayName + FirstName + LastName))
            throw new ArgumentException("An account without a name. Set DisplayName, FirstName or LastName.");
    }

    /// <summary>Nothing of it: names and addresses stay out of logs.</summary>
    public override string ToString() => "New person";
}
