namespace BotHost.Bot;

/// <summary>Where a route may be used.</summary>
[Flags]
internal enum Audience
{
    /// <summary>Everywhere.</summary>
    Anywhere = 0,

    /// <summary>Between one person and the bot.</summary>
    Direct = 1,

    /// <summary>In spaces.</summary>
    Group = 2,
}
