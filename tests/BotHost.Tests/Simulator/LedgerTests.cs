using System.Net;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class LedgerTests
{
    [Theory]
    [InlineData("?method=POST", 2)]
    [InlineData("?route=/people/me", 2)]
    [InlineData("?person=bob@example.com", 1)]
    [InlineData("?person=bob@example.com&method=POST", 0)]
    [InlineData("?status=404", 1)]
    [InlineData("?status=2xx&kind=call", 4)]
    [InlineData("?kind=delivery", 1)]
    [InlineData("?resource=rooms", 1)]
    [InlineData("?resource=rooms&event=updated", 0)]
    [InlineData("?since=2100-01-01T00:00:00Z", 0)]
    [InlineData("?after=4", 2)]
    public async Task The_ledger_is_asked_for_what_matters(string query, int count)
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        (await webex.Alice.GetAsync("people/me")).Ok();
        (await webex.Bob.GetAsync("people/me")).Ok();
        (await webex.Alice.GetAsync("rooms/unknown")).Refused(404);
        await receiver.RegisterAsync(webex.Alice, "rooms", "created");
        await webex.RoomAsync(webex.Alice);
        await webex.QuietAsync();
        (await webex.LedgerAsync(query)).Count.ShouldBe(count);
        var totals = (await webex.ControlAsync(HttpMethod.Get, $"ledger/totals{query}")).Body;
        totals.GetProperty("total").GetInt32().ShouldBe(count);
    }

    [Theory]
    [InlineData("?metod=POST")]
    [InlineData("?after=last")]
    [InlineData("?since=yesterday")]
    [InlineData("?person=zoe@example.com")]
    [InlineData("/await?count=many")]
    public async Task A_question_that_makes_no_sense_is_refused(string query)
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.ControlAsync(HttpMethod.Get, $"ledger{query}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_ledger_is_waited_for_and_not_for_ever()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync("people/me")).Ok();
        var awaited = webex.ControlAsync(HttpMethod.Get, "ledger/await?route=/people/me&count=3&timeout=30");
        (await webex.ControlAsync(HttpMethod.Get, "ledger/await?route=/people/me&count=3&timeout=0.01")).Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        awaited.IsCompleted.ShouldBeFalse();
        (await webex.Alice.GetAsync("people/me")).Ok();
        (await webex.Bob.GetAsync("people/me")).Ok();
        var (status, body) = await awaited;
        status.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task The_ledger_forgets_the_oldest_and_says_so()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:LedgerCapacity", "3"));
        for (var number = 0; number < 5; number++) (await webex.Alice.GetAsync("people/me")).Ok();
        (await webex.LedgerAsync()).Select(entry => entry.GetProperty("sequence").GetInt64()).ShouldBe([3, 4, 5]);
        (await webex.ControlAsync(HttpMethod.Get, "ledger/totals")).Body.GetProperty("forgotten").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Bodies_are_kept_only_where_that_is_wanted()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:LedgerBodies", "true"));
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice), "a secret");
        await webex.QuietAsync();
        (await webex.LedgerAsync("?route=/messages"))[0].GetProperty("call").GetProperty("body").GetString()!.ShouldContain("a secret");
        var delivered = (await webex.LedgerAsync("?kind=delivery"))[0].GetProperty("delivery").GetProperty("body").GetString()!;
        JsonElement.Parse(delivered).GetProperty("resource").GetString().ShouldBe("messages");
    }
}
