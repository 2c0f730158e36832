using BotHost.Tests.Simulator;
using BotHost.Webex;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Webex;

/// <summary>The client at the local Webex's rate limits, each with a clock of its own, as two machines have.</summary>
public sealed class LimitsOfTheSimulatorTests
{
    private const int PerMinute = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_callers_make_no_call_before_its_time_and_other_endpoints_do_not_notice()
    {
        var (webexClock, clock) = (new ManualClock(), new FakeClock());
        await using var webex = await LocalWebex.StartAsync(webexClock, ("Simulator:RateLimits:Enabled", "true"), ("Simulator:RateLimits:PerMinute", $"{PerMinute}"));
        var room = await webex.RoomAsync(webex.Bob);
        for (var call = 0; call < PerMinute; call++) (await webex.Bob.GetAsync($"rooms/{room}")).Ok();
        await using var services = WebexBench.At(webex, webex.Bob, clock);
        var client = services.GetRequiredService<WebexClient>();

        var calls = Enumerable.Range(0, 10).Select(_ => client.Rooms.GetAsync(new RoomId(room), Stop)).ToList();
        await clock.UntilPendingAsync(10, within: TimeSpan.FromMinutes(2), beyond: TimeSpan.FromSeconds(30));
        var refused = await CountAsync(webex, 429);
        refused.ShouldBeInRange(1, 10);

        clock.Advance(TimeSpan.FromSeconds(4.999));
        await client.Messages.CreateAsync(new NewMessage { RoomId = new RoomId(room), Text = "not limited" }, Stop);
        (await client.People.GetMeAsync(Stop)).Id.ShouldBe(new PersonId(webex.Bob.Id));
        calls.ShouldAllBe(call => !call.IsCompleted);
        (await CountAsync(webex, 429)).ShouldBe(refused);
        (await CountAsync(webex, 200)).ShouldBe(PerMinute);

        // By now Webex takes as many as there are.
        webexClock.Advance(TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromSeconds(0.001));
        (await Task.WhenAll(calls)).ShouldAllBe(read => read.Id == new RoomId(room));
        (await CountAsync(webex, 429)).ShouldBe(refused);
        (await CountAsync(webex, 200)).ShouldBe(PerMinute + 10);
    }

    private static async Task<int> CountAsync(LocalWebex webex, int status) => (await webex.LedgerAsync($"?method=GET&route=/rooms/{{roomId}}&status={status}")).Count;
}
