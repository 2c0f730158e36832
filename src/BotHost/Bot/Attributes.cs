namespace BotHost.Bot;

/// <summary>
/// A command's parameter given by name, anywhere among the words: <c>--due 2026-12-31</c> or <c>--due=2026-12-31</c>. The name is the
/// parameter's in kebab case.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OptionAttribute : Attribute;

/// <summary>
/// A command's parameter given in a closing clause: <c>[After("in")] string? title</c> reads <c>… in Berlin</c> and <c>… in "My space"</c>.
/// The clause is taken where the last word but one is the unquoted keyword. Behind a text that takes the rest of the line one of
/// the two must be quoted, as people write "we meet in Berlin"; and where a required text would be left with nothing, there is no clause.
/// </summary>
/// <param name="keyword">The one word that introduces the clause, matched without regard to case.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AfterAttribute(string keyword) : Attribute
{
    /// <summary>The word that introduces the clause.</summary>
    public string Keyword { get; } = keyword;
}

/// <summary>What people call this parameter or field; without it, the words of its name.</summary>
/// <param name="text">Shown in usage, on forms and in refusals: in English, or whatever language the bot's people share.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LabelAttribute(string text) : Attribute
{
    /// <summary>What people call it.</summary>
    public string Text { get; } = text;

    /// <summary>What people call it in German, for those who want German; null for the same.</summary>
    public string? De { get; init; }
}

/// <summary>A form's text field of several lines.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MultiLineAttribute : Attribute;
