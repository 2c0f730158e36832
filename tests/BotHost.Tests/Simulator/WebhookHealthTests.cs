namespace BotHost.Tests.Simulator;

public sealed class WebhookHealthTests
{
    [Fact]
    public async Task A_hundred_failures_in_five_minutes_switch_a_webhook_off()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Webhooks:Timeout", "00:00:00.2"));
        await using var receiver = await WebhookReceiver.StartAsync();
        var (hook, room) = await FailingAsync(webex, receiver, 99);
        (await StatusAsync(webex, hook)).ShouldBe("active");
        await SayAndWaitAsync(webex, room, 1);
        (await StatusAsync(webex, hook)).ShouldBe("inactive");

        receiver.Status = 200;
        await receiver.AllAsync(webex);
        await SayAndWaitAsync(webex, room, 1);
        (await receiver.AllAsync(webex)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failures_that_are_too_far_apart_do_not()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (hook, room) = await FailingAsync(webex, receiver, 99);
        clock.Advance(TimeSpan.FromMinutes(5.1));
        await SayAndWaitAsync(webex, room, 99);
        (await StatusAsync(webex, hook)).ShouldBe("active");
    }

    [Theory]
    [InlineData(4, "inactive")]
    [InlineData(5, "active")]
    public async Task Activated_too_early_the_next_failure_switches_it_off_again(int minutes, string status)
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (hook, room) = await FailingAsync(webex, receiver, 100);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        (await webex.Alice.PutAsync($"webhooks/{hook}", new { name = "again", targetUrl = receiver.Url, status = "active" })).Ok().Text("status").ShouldBe("active");
        await SayAndWaitAsync(webex, room, 1);
        (await StatusAsync(webex, hook)).ShouldBe(status);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_failure()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        await using var receiver = await WebhookReceiver.StartAsync();
        var never = new TaskCompletionSource();
        receiver.Gate = never.Task;
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "anybody?");
        await webex.QuietAsync();
        never.SetResult();
        (await LedgerAsync(webex)).ShouldContain("\"failure\":\"no answer in time\"");
    }

    [Fact]
    public async Task A_receiver_has_its_time_however_far_the_clock_is_sent_ahead_meanwhile()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var answer = new TaskCompletionSource();
        receiver.Gate = answer.Task;
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "anybody?");
        await receiver.ArrivedAsync();
        await webex.ClockAsync(new { advance = "1.00:00:00" });
        answer.SetResult();
        await webex.QuietAsync();
        (await LedgerAsync(webex)).ShouldNotContain("no answer in time");
    }

    [Fact]
    public async Task Nobody_listening_is_a_failure_and_retries_are_counted()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Webhooks:Retries", "2"), ("Simulator:Webhooks:RetryDelay", "00:00:00"));
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Alice.PostAsync("webhooks", new { name = "x", targetUrl = "http://127.0.0.1:1/", resource = "messages", @event = "created" })).Ok();
        await webex.Alice.SayAsync(room, "anybody?");
        await webex.QuietAsync();
        var ledger = await LedgerAsync(webex);
        ledger.ShouldContain("\"attempt\":3,\"failure\":\"ConnectionError\"");
        ledger.ShouldNotContain("\"attempt\":4");
    }

    private static async Task<(string Hook, string Room)> FailingAsync(LocalWebex webex, WebhookReceiver receiver, int times)
    {
        receiver.Status = 500;
        var hook = await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        await SayAndWaitAsync(webex, room, times);
        return (hook, room);
    }

    private static async Task SayAndWaitAsync(LocalWebex webex, string room, int times)
    {
        for (var number = 0; number < times; number++) await webex.Alice.SayAsync(room, "x");
        await webex.QuietAsync();
    }

    private static async Task<string> StatusAsync(LocalWebex webex, string hook) => (await webex.Alice.GetAsync($"webhooks/{hook}")).Ok().Text("status");

    private static Task<string> LedgerAsync(LocalWebex webex) =>
        webex.Http.GetStringAsync("/simulator/ledger?kind=delivery", TestContext.Current.CancellationToken);
}
