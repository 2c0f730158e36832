using BotHost.Testing;

namespace BotHost.Tests.Shipped;

/// <summary>A time of day for tests in which one matters, so that they do not depend on when they run.</summary>
internal static class Noon
{
    /// <summary>No sweep for lost messages, which a leap of the clock begins at the moment the test goes on: it may find what is just being delivered.</summary>
    public static readonly (string Key, string? Value) Unswept = ("CatchUp:SweepEvery", "00:00:00");

    /// <summary>Lets time pass until it is noon in UTC.</summary>
    public static Task UntilNoonAsync(this TestBot bot)
    {
        var left = TimeSpan.FromHours(12) - bot.Clock.Now.TimeOfDay;
        return bot.Clock.AdvanceAsync(left < TimeSpan.Zero ? left + TimeSpan.FromDays(1) : left, TestContext.Current.CancellationToken);
    }
}
