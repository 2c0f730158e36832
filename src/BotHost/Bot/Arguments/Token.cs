namespace BotHost.Bot;

/// <summary>One word of a text: what stands between blanks, in quotes, or in a mention.</summary>
/// <param name="Start">Index of its first unit in the text, quotes included.</param>
/// <param name="End">Index behind its last unit.</param>
/// <param name="Value">The word, without quotes.</param>
/// <param name="IsQuoted">A quoted word is never a command word, a keyword or an option.</param>
/// <param name="Mention">The person, where the word is a mention.</param>
internal readonly record struct Token(int Start, int End, string Value, bool IsQuoted = false, Mention? Mention = null)
{
    public bool IsPlain => !IsQuoted && Mention is null;

    public bool Is(string word) => IsPlain && Words.Equal(Value, word);
}
