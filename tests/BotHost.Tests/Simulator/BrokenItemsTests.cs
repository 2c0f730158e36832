using System.Net;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Items of a list that cannot be read do not cost the list.</summary>
public sealed class BrokenItemsTests
{
    [Fact]
    public async Task A_field_that_cannot_be_read_is_missing_and_the_item_says_why()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.RoomAsync(webex.Alice);
        var broken = await webex.RoomAsync(webex.Alice);
        await webex.FaultAsync(new { method = "GET", path = "/rooms", breaks = "title", item = broken, count = 1 });

        var items = (await webex.Alice.GetAsync("rooms")).Ok().Items.ToDictionary(room => room.GetProperty("id").GetString()!);
        items.Count.ShouldBe(2);
        items[broken].TryGetProperty("title", out _).ShouldBeFalse();
        items[broken].GetProperty("type").GetString().ShouldBe("group");
        var error = items[broken].GetProperty("errors").GetProperty("title");
        error.GetProperty("code").GetString().ShouldBe("kms_failure");
        error.GetProperty("reason").GetString().ShouldStartWith("Key management server failed to respond appropriately.");
        items.Values.Count(item => item.TryGetProperty("errors", out _)).ShouldBe(1);

        (await webex.Alice.GetAsync("rooms")).Ok().Items.ShouldAllBe(item => item.GetProperty("title").GetString() == "Orchard");
    }

    [Fact]
    public async Task Without_an_item_it_is_every_one_that_has_the_field_on_every_page()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var said = await webex.Alice.SayAsync(room, "über allem");
        await webex.Alice.SayAsync(room, "two");
        await webex.FaultAsync(new { path = "/messages*", breaks = "text" });

        var page = (await webex.Alice.GetAsync($"messages?roomId={room}&max=1")).Ok();
        page.Items.Concat((await webex.Alice.GetAsync(page.Next!)).Ok().Items).ShouldAllBe(item => IsBroken(item));
        (await webex.Alice.GetAsync($"messages/{said}")).Ok().Text("text").ShouldBe("über allem", "It is no list.");
        (await webex.Alice.GetAsync($"messages?roomId={Guid.NewGuid()}")).Refused(404);
    }

    [Fact]
    public async Task Rules_without_a_caller_hit_strangers_too()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { path = "/people/me", status = 503, count = 2 });
        (await webex.Nobody.GetAsync("people/me")).Refused(503);
        (await webex.Alice.GetAsync("people/me")).Refused(503);
        (await webex.Nobody.GetAsync("people/me")).Refused(401);

        await webex.FaultAsync(new { path = "/people/me", status = 500, email = "alice@example.com" });
        (await webex.Nobody.GetAsync("people/me")).Refused(401);
        (await webex.Alice.GetAsync("people/me")).Refused(500);

        await webex.FaultAsync(new { connection = "reset" });
        await Should.ThrowAsync<HttpRequestException>(async () => await webex.Nobody.GetAsync("rooms"));
        (await webex.LedgerAsync("?fault=any")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_stranger_who_is_let_through_late_is_still_a_stranger()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { status = 503, when = "after", path = "/rooms" });
        await webex.FaultAsync(new { delayAfter = "00:00:00" });
        (await webex.Nobody.PostAsync("rooms", new { title = "Orchard" })).Refused(503);
        (await webex.Nobody.GetAsync("teams")).Refused(401);
        await webex.ControlAsync(HttpMethod.Delete, "faults");
        (await webex.Alice.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"breaks":"title","status":500}""")]
    [InlineData("""{"breaks":"id"}""")]
    [InlineData("""{"breaks":""}""")]
    [InlineData("""{"item":"x","status":500}""")]
    [InlineData("""{"breaks":"title","delivery":"lost"}""")]
    public async Task A_rule_that_breaks_nothing_is_refused(string rule)
    {
        await using var webex = await LocalWebex.StartAsync();
        using var response = await webex.Http.PostAsync("/simulator/faults", new StringContent(rule), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static bool IsBroken(JsonElement item) => !item.TryGetProperty("text", out _) && item.GetProperty("errors").TryGetProperty("text", out _);
}
