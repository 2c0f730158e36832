namespace BotHost.Bot;

/// <summary>Webex, as one identity sees it: what <see cref="BotContext.As"/> gives. What it does is a step of the turn, as what the context itself does.</summary>
public sealed class World
{
    internal World()
    {
    }

    /// <summary>Spaces. As the asker: all of theirs, whether or not the bot is in them; what they create is theirs alone.</summary>
    public required ISpaces Spaces { get; init; }

    /// <summary>Who is in which space.</summary>
    public required IMemberships Memberships { get; init; }

    /// <summary>
    /// Messages. As the asker they are posted in their name, text or Markdown only: cards and files are the bot's. What they post to the bot, it hears like anything
    /// they write.
    /// </summary>
    public required IMessages Messages { get; init; }

    /// <summary>Names, organisations and time zones.</summary>
    public required IPeople People { get; init; }

    /// <summary>Teams.</summary>
    public required ITeams Teams { get; init; }

    /// <summary>Meetings that this identity hosts or is invited to.</summary>
    public required IMeetings Meetings { get; init; }
}
