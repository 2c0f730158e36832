using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class ControlTests
{
    [Fact]
    public async Task The_ledger_has_calls_and_deliveries_in_order_and_nothing_that_was_said()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        var message = await webex.Alice.SayAsync(room, "a secret");
        await webex.QuietAsync();
        (await webex.Nobody.GetAsync($"messages/{message}")).Refused(401);

        var ledger = await ReadAsync(webex, "");
        ledger.Select(entry => entry.GetProperty("sequence").GetInt64()).ShouldBe([1, 2, 3, 4, 5]);
        ledger.Count(entry => entry.GetProperty("kind").GetString() == "delivery").ShouldBe(1);
        var refused = ledger[^1].GetProperty("call");
        refused.GetProperty("route").GetString().ShouldBe("/v1/messages/{messageId}");
        refused.GetProperty("status").GetInt32().ShouldBe(401);
        refused.TryGetProperty("personId", out _).ShouldBeFalse();
        var delivery = (await ReadAsync(webex, "?after=2&kind=delivery")).ShouldHaveSingleItem().GetProperty("delivery");
        delivery.GetProperty("dataId").GetString().ShouldBe(message);
        delivery.GetProperty("status").GetInt32().ShouldBe(200);
        JsonSerializer.Serialize(ledger).ShouldNotContain("a secret");
    }

    [Fact]
    public async Task Quiet_is_waited_for_and_not_for_ever()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var gate = new TaskCompletionSource();
        receiver.Gate = gate.Task;
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "x");
        using var early = await webex.Http.GetAsync("/simulator/quiet?timeout=0.01", TestContext.Current.CancellationToken);
        ((int)early.StatusCode).ShouldBe(504);
        gate.SetResult();
        await webex.QuietAsync();
    }

    [Fact]
    public async Task A_forgotten_webhook_leaves_nothing_to_wait_for()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var gate = new TaskCompletionSource();
        receiver.Gate = gate.Task;
        var hook = await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        for (var number = 0; number < 5; number++) await webex.Alice.SayAsync(room, "x");
        await receiver.ArrivedAsync();
        (await webex.Alice.DeleteAsync($"webhooks/{hook}")).Deleted();
        gate.SetResult();
        (await receiver.AllAsync(webex)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_front_page_says_where_to_look()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Http.GetStringAsync("/", TestContext.Current.CancellationToken)).ShouldContain("/simulator/accounts");
    }

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(LocalWebex webex, string query)
    {
        var text = await webex.Http.GetStringAsync($"/simulator/ledger{query}", TestContext.Current.CancellationToken);
        return [.. JsonElement.Parse(text).GetProperty("items").EnumerateArray()];
    }
}
