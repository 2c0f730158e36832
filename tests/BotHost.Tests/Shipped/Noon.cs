using BotHost.Testing;

namespace BotHost.Tests.Shipped;

/// <summary>A time of day for tests in which one matters, so that they do not depend on when they run.</summary>
internal static class Noon
{
    /// <summary>Lets time pass until it is noon in UTC.</summary>
    public static Task UntilNoonAsync(this TestBot bot)
    {
        var left = TimeSpan.FromHours(12) - bot.Clock.Now.TimeOfDay;
        return bot.Clock.AdvanceAsync(left < TimeSpan.Zero ? left + TimeSpan.FromDays(1) : left, TestContext.Current.CancellationToken);
    }
}
