namespace BotHost.Outbox;

/// <summary>How long to leave Webex alone after a fault: half a second, doubled with each try, at most a minute.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="attempt">1 after the first try.</param>
    public static TimeSpan Of(int attempt)
    {
        var pause = TimeSpan.FromSeconds(0.25 * Math.Pow(2, Math.Clamp(attempt, 1, 12)));
        return pause < Longest ? pause : Longest;
    }
}
