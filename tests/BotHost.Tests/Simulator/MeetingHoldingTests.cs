using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Meetings as the clock and people move them.</summary>
public sealed class MeetingHoldingTests
{
    private static readonly DateTimeOffset Ten = new(2030, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_meeting_nobody_comes_to_is_scheduled_ready_and_missed()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY;COUNT=2");
        var first = $"{id}_20300301T100000Z";
        (await StateAsync(webex, first)).ShouldBe("scheduled");
        await webex.ClockAsync(new { set = Ten.AddMinutes(-15) });
        (await StateAsync(webex, first)).ShouldBe("ready");
        (await webex.Alice.GetAsync($"meetings/{first}")).Ok().Flag("hostDidJoin").ShouldBeFalse();
        await webex.ClockAsync(new { set = Ten.AddMinutes(30) });
        (await StateAsync(webex, first)).ShouldBe("missed");
        (await StateAsync(webex, id)).ShouldBe("active");
        await webex.ClockAsync(new { advance = "2.00:00:00" });
        (await StateAsync(webex, id)).ShouldBe("expired");
        (await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting&state=missed&from=2030-03-01T00:00:00Z")).Ok().Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_host_begins_a_meeting_and_with_the_last_it_ends()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, invitees: ["bob@example.com"]);
        var held = Text(await webex.HoldAsync(id, "start"), "meetingId");
        held.ShouldMatch($"^{id}_I_[0-9]{{18}}$");
        await webex.HoldAsync(id, "join", new { email = "bob@example.com" });
        (await StateAsync(webex, id)).ShouldBe("inProgress");
        (await webex.Alice.GetAsync($"meetings/{id}?current=true")).Ok().Text("state").ShouldBe("ready");
        var running = (await webex.Alice.GetAsync($"meetings/{held}")).Ok();
        (running.Text("meetingType"), running.Text("state"), running.Flag("hostDidJoin"), running.Has("end")).ShouldBe(("meeting", "inProgress", true, false));

        await webex.HoldAsync(id, "leave", new { email = "alice@example.com" });
        (await StateAsync(webex, id)).ShouldBe("inProgress");
        (await webex.Alice.GetAsync($"meetingParticipants?meetingId={id}")).Ok().Items.Select(item => Text(item, "email")).ShouldBe(["bob@example.com"]);
        await webex.HoldAsync(id, "leave", new { email = "bob@example.com" });
        await webex.ClockAsync(new { advance = "00:14:59" });
        (await webex.Alice.GetAsync($"meetings/{held}")).Refused(404);
        await webex.ClockAsync(new { advance = "00:00:01" });
        var ended = (await webex.Alice.GetAsync($"meetings/{held}")).Ok();
        (ended.Text("state"), ended.Has("end"), ended.Has("password"), ended.Has("meetingNumber")).ShouldBe(("ended", true, false, false));
        var all = (await webex.Alice.GetAsync($"meetingParticipants?meetingId={held}")).Ok().Items;
        all.Select(item => Text(item, "state")).ShouldBe(["end", "end"]);
        all.Where(item => item.TryGetProperty("orgId", out _)).ShouldBeEmpty("That is told of who takes part in a meeting that is on.");
        (await webex.Alice.GetAsync("meetings?meetingType=meeting")).Ok().Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_a_time_with_one_end_the_other_is_a_month_away_and_of_joining_a_week()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten);
        await webex.HoldAsync(id, "start");
        var began = DateTimeOffset.Parse(Text((await webex.Alice.GetAsync($"meetingParticipants?meetingId={id}")).Ok().Items.Single(), "joinedTime"), System.Globalization.CultureInfo.InvariantCulture);

        foreach (var (condition, found) in new[]
        {
            ("meetingStartTimeFrom=" + began.AddSeconds(-1).Wire(), 1), ("meetingStartTimeFrom=" + began.Wire(), 0), ("meetingStartTimeFrom=" + began.AddDays(-32).Wire(), 0),
            ("meetingStartTimeTo=" + began.AddSeconds(1).Wire(), 1), ("meetingStartTimeTo=" + began.Wire(), 0), ("meetingStartTimeTo=" + began.AddDays(32).Wire(), 0),
            ("joinTimeFrom=" + began.Wire(), 1), ("joinTimeFrom=" + began.AddDays(-8).Wire(), 0), ("joinTimeTo=" + began.AddDays(8).Wire(), 0),
            ($"joinTimeFrom={began.AddDays(-8).Wire()}&joinTimeTo={began.AddDays(8).Wire()}", 1),
        })
            (await webex.Alice.GetAsync($"meetingParticipants?meetingId={id}&{condition}")).Ok().Items.Count.ShouldBe(found, condition);
        (await webex.Alice.GetAsync($"meetingParticipants?meetingId={id}&joinTimeFrom={began.AddDays(-50).Wire()}&joinTimeTo={began.AddDays(50).Wire()}")).Refused(400);
    }

    [Fact]
    public async Task Who_comes_before_the_host_waits_and_so_does_who_is_not_invited()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, invitees: ["bob@example.com"], more: new { unlockedMeetingJoinSecurity = "allowJoinWithLobby" });
        var bob = await webex.HoldAsync(id, "join", new { email = "bob@example.com" });
        (Text(bob, "meetingState"), Text(bob, "state")).ShouldBe(("lobby", "lobby"));
        (await webex.Alice.GetAsync($"meetings/{id}")).Ok().Flag("attendeeDidJoin").ShouldBeTrue();
        await webex.HoldAsync(id, "start");
        var dave = await webex.HoldAsync(id, "join", new { email = "dave@elsewhere.example" });
        Text(dave, "state").ShouldBe("lobby");
        (await StatesAsync(webex, id)).ShouldBe([("bob@example.com", "joined"), ("alice@example.com", "joined"), ("dave@elsewhere.example", "lobby")]);
        (await webex.Bob.PutAsync($"meetingParticipants/{Text(dave, "participantId")}", new { admit = true })).Refused(403);
        (await webex.Alice.PostAsync("meetingParticipants/admit", new { items = new[] { new { participantId = Text(dave, "participantId") } } })).Deleted();
        (await webex.Alice.PutAsync($"meetingParticipants/{Text(bob, "participantId")}", new { expel = true })).Ok();
        (await StatesAsync(webex, id)).ShouldBe([("alice@example.com", "joined"), ("dave@elsewhere.example", "joined")]);
    }

    [Fact]
    public async Task Before_the_host_one_may_come_where_that_is_allowed()
    {
        await using var webex = await StartAsync();
        var open = await webex.Alice.MeetAsync(Ten, invitees: ["bob@example.com"], more: new { enabledJoinBeforeHost = true });
        Text(await webex.HoldAsync(open, "join", new { email = "bob@example.com" }), "meetingState").ShouldBe("inProgress");
        var closed = await webex.Alice.MeetAsync(Ten, more: new { unlockedMeetingJoinSecurity = "blockFromJoin" });
        (await webex.ControlAsync(HttpMethod.Post, $"meetings/{closed}/join", new { email = "bob@example.com" })).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_meeting_ends_by_the_clock_or_when_its_host_says_so()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY;COUNT=3", invitees: ["bob@example.com"]);
        await webex.HoldAsync(id, "start", new { minutes = 20 });
        await webex.ClockAsync(new { advance = "00:19:59" });
        (await StateAsync(webex, id)).ShouldBe("inProgress");
        await webex.ClockAsync(new { advance = "00:00:01" });
        (await StateAsync(webex, id)).ShouldBe("active");
        (await StateAsync(webex, $"{id}_20300301T100000Z")).ShouldBe("ended");

        await webex.HoldAsync($"{id}_20300302T100000Z", "start");
        (await webex.Bob.PostAsync($"meetings/{id}/end", new { })).Refused(403);
        (await webex.Alice.SendAsync(HttpMethod.Post, $"meetings/{id}/end", null)).Deleted();
        (await webex.Alice.PostAsync($"meetings/{id}/end", new { reason = "over" })).Refused(400);
    }

    [Fact]
    public async Task Where_the_settings_want_it_every_meeting_is_held_as_it_was_planned()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Meetings:AreHeld", "true"));
        await using var receiver = await WebhookReceiver.StartAsync();
        await webex.ClockAsync(new { run = false, set = Ten.AddHours(-1) });
        foreach (var name in new[] { "started", "ended" }) await receiver.RegisterAsync(webex.Alice, "meetings", name);
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY;COUNT=3", invitees: ["bob@example.com"]);
        await webex.ClockAsync(new { advance = "1.00:00:00" });
        (await receiver.AllAsync(webex)).Select(one => one.Kind).Order().ShouldBe(["meetings/ended", "meetings/started"]);
        await webex.ClockAsync(new { advance = "3.00:00:00" });
        (await receiver.AllAsync(webex)).Count.ShouldBe(4);
        var held = (await webex.Alice.GetAsync($"meetings?meetingSeriesId={id}&meetingType=meeting")).Ok().Items;
        held.Select(item => (Text(item, "start"), Text(item, "end"))).First().ShouldBe(("2030-03-01T10:00:00Z", "2030-03-01T10:30:00Z"));
        (await webex.Alice.GetAsync($"meetingParticipants?meetingId={Text(held[0], "id")}")).Ok().Items.Count.ShouldBe(2);
        (await StateAsync(webex, id)).ShouldBe("expired");
    }

    [Fact]
    public async Task A_meeting_that_takes_too_long_keeps_the_next_from_being_held()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Meetings:AreHeld", "true"));
        await webex.ClockAsync(new { run = false, set = Ten.AddHours(-1) });
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY;COUNT=3");
        await webex.HoldAsync(id, "start");
        await webex.ClockAsync(new { advance = "1.02:00:00" });
        (await StateAsync(webex, id)).ShouldBe("inProgress");
        await webex.HoldAsync(id, "end");
        await webex.ClockAsync(new { advance = "1.00:00:00" });
        (await StateAsync(webex, $"{id}_20300302T100000Z")).ShouldBe("missed");
        (await StateAsync(webex, $"{id}_20300303T100000Z")).ShouldBe("ended");
    }

    private static async Task<LocalWebex> StartAsync()
    {
        var webex = await LocalWebex.StartAsync();
        await webex.ClockAsync(new { run = false, set = Ten.AddHours(-1) });
        return webex;
    }

    private static async Task<string> StateAsync(LocalWebex webex, string id) => (await webex.Alice.GetAsync($"meetings/{id}")).Ok().Text("state");

    private static async Task<(string, string)[]> StatesAsync(LocalWebex webex, string id) =>
        [.. (await webex.Alice.GetAsync($"meetingParticipants?meetingId={id}")).Ok().Items.Select(item => (Text(item, "email"), Text(item, "state")))];

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;
}
