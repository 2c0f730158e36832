namespace BotHost.Bot;

/// <summary>What people call a parameter or field, in the middle of a sentence.</summary>
/// <param name="Text">In English, or whatever language the bot's people share.</param>
/// <param name="German">In German; null for the same.</param>
internal sealed record Caption(string Text, string? German = null)
{
    /// <summary>In the language of the turn.</summary>
    public string Told => Texts.Language == Language.De ? German ?? Text : Text;

    /// <summary>As it stands at the head of a line.</summary>
    public Caption Capitalised() => new(Words.Capitalised(Text), German is null ? null : Words.Capitalised(German));
}
