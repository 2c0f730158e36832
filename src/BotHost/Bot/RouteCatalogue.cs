namespace BotHost.Bot;

/// <summary>A command as people see it.</summary>
/// <param name="Path">Its words.</param>
/// <param name="Usage">Its words and what follows them.</param>
/// <param name="Description">What it does, or null.</param>
/// <param name="Aliases">Other words for the same.</param>
/// <param name="NeedsNothing">True where the words alone suffice.</param>
public sealed record CommandInfo(string Path, string Usage, string? Description, IReadOnlyList<string> Aliases, bool NeedsNothing)
{
    internal string? GermanDescription { get; init; }

    /// <summary>What it does, in the language of the turn; null where nobody said.</summary>
    internal string? Told => Texts.Language == Language.De ? GermanDescription ?? Description : Description;
}

/// <summary>The commands that are not hidden. A handler gets it as a parameter.</summary>
public sealed class RouteCatalogue
{
    internal RouteCatalogue(IReadOnlyList<CommandInfo> commands) => Commands = commands;

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; }

    /// <summary>
    /// Help: all commands as text, grouped by their first word, and a card with buttons for those that need nothing more.
    /// </summary>
    /// <param name="about">Only the commands with this word or beginning; null or empty for all.</param>
    public Reply Help(string? about = null) => HelpPage.Of(Commands, about);
}
