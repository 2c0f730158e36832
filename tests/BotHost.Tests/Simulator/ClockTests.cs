using System.Net;
using WebexSimulator.Control;

namespace BotHost.Tests.Simulator;

public sealed class ClockTests
{
    private readonly SimulatorClock _clock = new(new ManualClock());

    [Fact]
    public async Task The_clock_stands_still_and_goes_where_it_is_sent()
    {
        await using var webex = await LocalWebex.StartAsync();
        var stopped = await webex.ClockAsync(new { run = false, set = "2030-01-01T09:00:00Z" });
        stopped.GetProperty("isRunning").GetBoolean().ShouldBeFalse();
        await webex.ClockAsync(new { advance = "00:05:00" });
        var room = (await webex.Alice.PostAsync("rooms", new { title = "x" })).Ok();
        room.Text("created").ShouldBe("2030-01-01T09:05:00.000Z");
        (await webex.ClockAsync(new { set = "2029-01-01T00:00:00Z" })).GetProperty("now").GetString().ShouldBe("2029-01-01T00:00:00.000Z");
        (await webex.ClockAsync(new { run = true })).GetProperty("isRunning").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Five_minutes_of_a_webhooks_probation_pass_in_a_moment()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        var hook = await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        for (var number = 0; number < 100; number++) await webex.Alice.SayAsync(room, "x");
        await webex.QuietAsync();
        (await webex.Alice.GetAsync($"webhooks/{hook}")).Ok().Text("status").ShouldBe("inactive");

        await webex.ClockAsync(new { advance = "00:05:00" });
        (await webex.Alice.PutAsync($"webhooks/{hook}", new { name = "again", targetUrl = receiver.Url, status = "active" })).Ok();
        await webex.Alice.SayAsync(room, "x");
        await webex.QuietAsync();
        (await webex.Alice.GetAsync($"webhooks/{hook}")).Ok().Text("status").ShouldBe("active");
    }

    [Theory]
    [InlineData("""{"advance":"-00:05:00"}""")]
    [InlineData("""{"advance":"soon"}""")]
    [InlineData("""{"forward":"00:05:00"}""")]
    [InlineData("")]
    public async Task An_order_that_makes_no_sense_is_refused(string order)
    {
        await using var webex = await LocalWebex.StartAsync();
        using var response = await webex.Http.PostAsync("/simulator/clock", new StringContent(order), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_hosts_own_clock_is_not_ours_to_turn()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        (await webex.ControlAsync(HttpMethod.Post, "clock", new { advance = "00:05:00" })).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public void Timers_fire_in_the_order_they_are_due_and_each_at_its_time()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, double Minutes)>();
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var repeated = _clock.CreateTimer(_ => Note("repeated"), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        _clock.Advance(TimeSpan.FromMinutes(5));
        fired.ShouldBe([("early", 1), ("repeated", 2), ("late", 3), ("repeated", 4)]);

        ITimer Timer(string name, int minutes) => _clock.CreateTimer(_ => Note(name), null, TimeSpan.FromMinutes(minutes), Timeout.InfiniteTimeSpan);
        void Note(string name) => fired.Add((name, (_clock.GetUtcNow() - start).TotalMinutes));
    }

    [Fact]
    public void A_wait_that_begins_on_the_way_ends_on_the_way()
    {
        var finished = TwiceAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        finished.IsCompletedSuccessfully.ShouldBeTrue();

        async Task TwiceAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void A_running_clock_fires_by_itself_and_a_stopped_one_does_not()
    {
        var world = new ManualClock();
        var clock = new SimulatorClock(world);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        clock.Run(false);
        world.Advance(TimeSpan.FromHours(1));
        fired.ShouldBe(0);
        clock.Run(true);
        world.Advance(TimeSpan.FromMinutes(1.1));
        fired.ShouldBe(1);
    }
}
