namespace WebexSimulator.Http;

/// <summary>
/// How many calls somebody may make, section <c>Simulator:RateLimits</c>. Webex publishes little: about 300 a minute for each endpoint
/// and user, more for people and messages, and bots less restricted.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>
    /// Whether calls are limited. Default false: the numbers below are guesses around one published figure, and a simulator is mostly
    /// asked for more calls in a second than a person makes in an hour. Switch it on to see how a bot takes a 429.
    /// </summary>
    public bool Enabled { get; set; }

    /// <summary>Calls a minute, of one person at one endpoint; as many may come at once. At least 1. Default 300, the published figure.</summary>
    public int PerMinute { get; set; } = 300;

    /// <summary>The same for <c>/people</c> and <c>/messages</c>, which have more. At least 1. Default 600, our guess.</summary>
    public int PerMinuteOfPeopleAndMessages { get; set; } = 600;

    /// <summary>How many times that a bot may call. 1 to 1,000. Default 4, our guess.</summary>
    public int FactorOfBots { get; set; } = 4;

    internal IEnumerable<string> Errors()
    {
        if (PerMinute < 1) yield return "Simulator:RateLimits:PerMinute must be at least 1.";
        if (PerMinuteOfPeopleAndMessages < 1) yield return "Simulator:RateLimits:PerMinuteOfPeopleAndMessages must be at least 1.";
        if (FactorOfBots is < 1 or > 1_000) yield return "Simulator:RateLimits:FactorOfBots must be 1 to 1000.";
    }
}
