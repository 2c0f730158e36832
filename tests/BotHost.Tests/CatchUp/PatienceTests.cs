using BotHost.Inbox;
using BotHost.Tests.Webex;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.CatchUp;

/// <summary>A host that cannot find out what it missed serves who is there all the same.</summary>
public sealed class PatienceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeClock _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Rooms_open_after_half_a_minute_and_what_was_missed_follows()
    {
        await using var taker = await NoteTaker.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(_clock));
        await taker.BeatenAsync();
        await taker.Bot.StopAsync(Cancelled);
        await taker.FaultAsync(new { delivery = "lost" });
        await taker.TellAsync(taker.Alice, 1);
        await taker.NoFaultsAsync();
        await taker.FaultAsync(new { method = "GET", path = "/rooms", status = 500 });

        await taker.Bot.StartAgainAsync(untilReady: false, Cancelled);
        await taker.CalledAsync("PUT", "/webhooks/{webhookId}", 2);
        await taker.TellAsync(taker.Alice, 2);
        await taker.Bot.DeliveredAsync(Cancelled);
        taker.Notes.ShouldBeEmpty("the rooms are closed until it is known where something was missed");
        await StepUntilAsync(() => taker.Bot.Host.Services.GetRequiredService<RoomsGate>().IsOpen);
        await taker.NotedAsync(1);
        await taker.Bot.QuietAsync(Cancelled);

        await taker.NoFaultsAsync();
        await StepUntilAsync(() => taker.TimesCaughtUp > 0);
        await taker.NotedAsync(1);

        taker.Notes.ShouldHaveSingleItem().ToList().ShouldBe([2, 1]);
        await taker.Bot.QuietAsync(Cancelled);
        taker.Bot.ExpectWarnings();
    }

    private Task StepUntilAsync(Func<bool> isSo) => NoteTaker.UntilAsync(() =>
    {
        if (isSo())
            return true;
        _clock.Advance(Second);
        return false;
    });
}
