namespace BotHost.Tests.Simulator;

public sealed class DeliveryFaultTests
{
    [Theory]
    [InlineData("lost", 0)]
    [InlineData("duplicated", 2)]
    [InlineData("timeout", 1)]
    public async Task A_delivery_goes_astray(string delivery, int arrivals)
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        await webex.FaultAsync(new { delivery, resource = "messages", count = 1 });
        await webex.Alice.SayAsync(room, "x");
        (await receiver.AllAsync(webex)).Count.ShouldBe(arrivals);
        (await webex.LedgerAsync("?kind=delivery&fault=any")).Count.ShouldBe(Math.Max(1, arrivals));
        await webex.Alice.SayAsync(room, "y");
        (await receiver.AllAsync(webex)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_time_out_is_tried_again_with_the_same_body()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Webhooks:Retries", "1"), ("Simulator:Webhooks:RetryDelay", "00:00:00"));
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        await webex.FaultAsync(new { delivery = "timeout" });
        await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice), "x");
        var arrived = await receiver.AllAsync(webex);
        arrived.Count.ShouldBe(2);
        arrived[1].Body.ShouldBe(arrived[0].Body);
    }

    [Fact]
    public async Task A_wrong_signature_is_wrong()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created", secret: "s3cr3t");
        await webex.FaultAsync(new { delivery = "wronglySigned", count = 1 });
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "x");
        await webex.Alice.SayAsync(room, "y");
        (await receiver.AllAsync(webex)).Select(IsSigned).ShouldBe([false, true]);

        static bool IsSigned(Delivered delivered) =>
            delivered.Headers["X-Spark-Signature"] == Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA1.HashData("s3cr3t"u8, delivered.Body));
    }

    [Fact]
    public async Task What_is_late_keeps_the_rest_waiting()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var (first, second) = await SayTwiceAsync(webex, receiver, new { delivery = "late", delay = "00:00:00.02", count = 1 });
        (await ArrivedAsync(webex, receiver)).ShouldBe([first, second]);
    }

    [Fact]
    public async Task What_is_reordered_is_overtaken()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await webex.ClockAsync(new { run = false });
        var (first, second) = await SayTwiceAsync(webex, receiver, new { delivery = "reordered", delay = "00:10:00", count = 1 });
        await webex.ControlAsync(HttpMethod.Get, "ledger/await?kind=delivery&timeout=30");
        await webex.ClockAsync(new { advance = "00:10:00" });
        (await ArrivedAsync(webex, receiver)).ShouldBe([second, first]);
    }

    private static async Task<(string First, string Second)> SayTwiceAsync(LocalWebex webex, WebhookReceiver receiver, object fault)
    {
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        await webex.FaultAsync(fault);
        return (await webex.Alice.SayAsync(room, "first"), await webex.Alice.SayAsync(room, "second"));
    }

    private static async Task<string[]> ArrivedAsync(LocalWebex webex, WebhookReceiver receiver) =>
        [.. (await receiver.AllAsync(webex)).Select(delivered => delivered.Data.GetProperty("id").GetString()!)];
}
