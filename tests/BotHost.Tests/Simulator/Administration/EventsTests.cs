namespace BotHost.Tests.Simulator.Administration;

public sealed class EventsTests
{
    [Fact]
    public async Task A_compliance_officer_reads_what_was_said_where_he_is_not()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Bob, webex.Carol, webex.Bot);
        var message = await webex.Bob.SayAsync(room, "about the **harvest**");
        (await webex.Bob.PutAsync($"messages/{message}", new { roomId = room, text = "about the crop" })).Ok();
        (await webex.Bob.DeleteAsync($"messages/{message}")).Deleted();

        var all = (await webex.Alice.GetAsync("events?resource=messages")).Ok().Items;
        all.Select(one => one.GetProperty("type").GetString()).ShouldBe(["deleted", "updated", "created"]);
        all.Select(one => one.GetProperty("data").TryGetProperty("text", out var text) ? text.GetString() : null).ShouldBe([null, "about the crop", "about the harvest"]);
        all.ShouldAllBe(one => one.GetProperty("actorId").GetString() == webex.Bob.Id && one.GetProperty("orgId").GetString() == webex.Alice.OrgId);
        all.ShouldAllBe(one => one.GetProperty("data").GetProperty("id").GetString() == message);
        var one = (await webex.Alice.GetAsync($"events/{all[2].GetProperty("id").GetString()}")).Ok();
        one.Body.GetRawText().ShouldBe(all[2].GetRawText());
    }

    [Fact]
    public async Task Everything_that_happens_is_an_event()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        (await webex.Alice.UploadAsync(room, "plan.txt", [1])).Ok();
        var tab = (await webex.Alice.PostAsync("room/tabs", new { roomId = room, contentUrl = "https://example.com/", displayName = "Plan" })).Ok().Text("id");
        (await webex.Alice.DeleteAsync($"room/tabs/{tab}")).Deleted();
        object[] card = [new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard" } }];
        var form = (await webex.Alice.PostAsync("messages", new { roomId = room, text = "a card", attachments = card })).Ok().Text("id");
        (await webex.Bob.PostAsync("attachment/actions", new { type = "submit", messageId = form, inputs = new { colour = "green" } })).Ok();

        var all = (await webex.Alice.GetAsync("events")).Ok().Items;
        all.Select(one => $"{one.GetProperty("resource").GetString()}/{one.GetProperty("type").GetString()}").Reverse().ShouldBe(
            ["rooms/created", "memberships/created", "memberships/created", "messages/created", "files/created", "tabs/created", "tabs/deleted", "messages/created", "attachmentActions/created"]);
        all[0].GetProperty("data").GetProperty("inputs").GetProperty("colour").GetString().ShouldBe("green");
        var address = all.Single(one => one.GetProperty("resource").GetString() == "files").GetProperty("data").GetProperty("files")[0].GetString()!;
        using var file = await webex.DownloadAsync(webex.Alice, address);
        file.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task They_are_narrowed_by_type_actor_and_time_and_come_in_pages()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        clock.Advance(TimeSpan.FromHours(1));
        for (var number = 0; number < 5; number++) await webex.Bob.SayAsync(room, $"{number}");
        (await CountAsync($"actorId={webex.Bob.Id}")).ShouldBe(5);
        (await CountAsync("type=deleted")).ShouldBe(0);
        (await CountAsync("from=2026-03-01T09:30:00.000Z")).ShouldBe(5);
        (await CountAsync("to=2026-03-01T09:30:00.000Z")).ShouldBe(3);
        (await CountAsync("from=2026-03-01T09:00:00.000Z&to=2026-03-01T09:00:00.000Z")).ShouldBe(3);
        (await CountAsync("resource=convergedRecordings&serviceType=calling")).ShouldBe(0);

        var texts = new List<string?>();
        for (var path = "events?resource=messages&max=2"; path is not null;)
        {
            var page = (await webex.Alice.GetAsync(path)).Ok();
            texts.AddRange(page.Items.Select(one => one.GetProperty("data").GetProperty("text").GetString()));
            path = page.Next;
        }
        texts.ShouldBe(["4", "3", "2", "1", "0"]);

        async Task<int> CountAsync(string query) => (await webex.Alice.GetAsync($"events?{query}")).Ok().Items.Count;
    }

    [Fact]
    public async Task Others_read_none_and_officers_only_their_own_organisations()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.Dave.SayAsync(await webex.RoomAsync(webex.Dave), "elsewhere");
        (await webex.Alice.GetAsync("events")).Ok().Items.ShouldBeEmpty();
        (await webex.Bob.GetAsync("events")).Refused(403, "Missing required scope: spark-compliance:events_read");
        (await (await webex.MintAsync(webex.Bob, ["spark-compliance:events_read"])).GetAsync("events")).Refused(403);
        (await (await webex.MintAsync(webex.Alice, ["spark:all"])).GetAsync("events")).Refused(403);
        (await (await webex.MintAsync(webex.Alice, ["spark-compliance:events_read"])).GetAsync("events")).Ok();
        await webex.RoomAsync(webex.Dave, webex.Carol);
        (await webex.Alice.GetAsync("events?resource=memberships")).Ok().Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_oldest_are_forgotten()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:EventsKept", "2"));
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "hello");
        (await webex.Alice.GetAsync("events")).Ok().Items.Select(one => one.GetProperty("resource").GetString()).ShouldBe(["messages", "memberships"]);
    }
}
