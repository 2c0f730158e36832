namespace BotHost.Bot;

/// <summary>How a route is reached.</summary>
internal enum RouteKind
{
    /// <summary>By writing.</summary>
    Command,

    /// <summary>By pressing a card's button.</summary>
    Submit,

    /// <summary>By having been scheduled.</summary>
    Scheduled,

    /// <summary>By writing what no command fits.</summary>
    Fallback,

    /// <summary>By something that happens at Webex.</summary>
    Event,
}
