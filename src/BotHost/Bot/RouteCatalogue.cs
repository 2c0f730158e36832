namespace BotHost.Bot;

/// <summary>A command as people see it.</summary>
public sealed class CommandInfo
{
    private readonly CommandSyntax _syntax;
    private readonly string? _german;

    internal CommandInfo(RouteBuilder route, CommandSyntax syntax) =>
        (_syntax, _german, Path, Description, Aliases) = (syntax, route.GermanDescription, route.Path, route.Description, [.. route.Aliases]);

    /// <summary>Its words.</summary>
    public string Path { get; }

    /// <summary>Its words and what follows them, in the language of the turn.</summary>
    public string Usage => _syntax.Usage;

    /// <summary>What it does, or null.</summary>
    public string? Description { get; }

    /// <summary>Other words for the same.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>True where the words alone suffice.</summary>
    public bool NeedsNothing => _syntax.NeedsNothing;

    /// <summary>What it does, in the language of the turn; null where nobody said.</summary>
    internal string? Told => Texts.Language == Language.De ? _german ?? Description : Description;
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
