namespace BotHost.Dispatch;

/// <summary>
/// Tells a bot by its address: Webex gives every bot one in <c>webex.bot</c> (once <c>sparkbot.io</c>), and no person can have one.
/// It saves asking Webex about every sender.
/// </summary>
internal static class BotAddress
{
    public static bool Is(string? email) =>
        email is not null
        && (email.EndsWith("@webex.bot", StringComparison.OrdinalIgnoreCase) || email.EndsWith("@sparkbot.io", StringComparison.OrdinalIgnoreCase));
}
