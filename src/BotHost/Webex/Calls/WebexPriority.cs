namespace BotHost.Webex;

/// <summary>Who goes first when Webex limits an endpoint.</summary>
internal enum WebexPriority
{
    /// <summary>Somebody waits for it: a reply, and what a reply needs.</summary>
    Interactive,

    /// <summary>Nobody waits for it: broadcasts, catching up, tidying. Let through after everything interactive.</summary>
    Bulk,
}
