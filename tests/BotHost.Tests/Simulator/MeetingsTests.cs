using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class MeetingsTests
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_meeting_is_read_as_it_was_scheduled()
    {
        await using var webex = await StartAsync();
        var created = await webex.Alice.ScheduleAsync(Ten, "Daily", invitees: ["bob@example.com"], more: new { agenda = "Trees", enabledJoinBeforeHost = true, joinBeforeHostMinutes = 5 });
        created.Text("id").ShouldMatch("^[0-9a-f]{32}$");
        created.Text("meetingType").ShouldBe("meetingSeries");
        created.Text("state").ShouldBe("active");
        created.Text("start").ShouldBe("2026-03-01T10:00:00Z");
        created.Flag("enabledJoinBeforeHost").ShouldBeTrue();
        created.Text("hostEmail").ShouldBe("alice@example.com");
        created.Text("password").ShouldNotBeEmpty();
        (await webex.Alice.GetAsync($"meetings/{created.Text("id")}")).Ok().Body.ToString().ShouldBe(created.Body.ToString());
        (await webex.Bob.GetAsync($"meetings/{created.Text("id")}")).Ok();
        (await webex.Carol.GetAsync($"meetings/{created.Text("id")}")).Refused(404);
    }

    [Fact]
    public async Task Who_is_not_invited_needs_the_password()
    {
        await using var webex = await StartAsync();
        var meeting = await webex.Alice.ScheduleAsync(Ten, more: new { password = "Apple#12" });
        var path = $"meetings/{meeting.Text("id")}";
        (await webex.GetAsync(webex.Carol, path, ("password", "Apple#12"))).Ok();
        (await webex.GetAsync(webex.Carol, path, ("password", "Pear#12"))).Refused(404);
        (await webex.GetAsync(webex.Carol, $"meetings?meetingNumber={meeting.Text("meetingNumber")}", ("password", "Apple#12"))).Ok().Items.Count.ShouldBe(1);
        (await webex.Carol.GetAsync($"meetings?meetingNumber={meeting.Text("meetingNumber")}")).Ok().Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-01T09:00:30Z", "2026-03-01T09:01:00Z")]
    [InlineData("2026-03-01T10:00:59Z", "2026-03-01T10:00:00Z")]
    public async Task A_start_is_cut_to_the_minute_and_one_within_this_minute_is_the_next(string start, string kept)
    {
        await using var webex = await StartAsync();
        (await webex.Alice.PostAsync("meetings", new { title = "Daily", start, end = "2026-03-01T11:00:20Z" })).Ok().Text("start").ShouldBe(kept);
    }

    [Fact]
    public async Task A_series_keeps_its_hour_when_the_clocks_change()
    {
        await using var webex = await StartAsync();
        var id = (await webex.Alice.PostAsync("meetings", new
        {
            title = "Weekly", start = "2026-03-26T10:00:00", end = "2026-03-26T11:00:00", timezone = "Europe/Berlin", recurrence = "FREQ=WEEKLY;COUNT=3",
        })).Ok().Text("id");
        var all = (await webex.Alice.GetAsync($"meetings?meetingSeriesId={id}&meetingType=scheduledMeeting&from=2026-03-01T00:00:00Z&to=2026-05-01T00:00:00Z")).Ok();
        Starts(all).ShouldBe(["2026-03-26T09:00:00Z", "2026-04-02T08:00:00Z", "2026-04-09T08:00:00Z"]);
        all.Items[1].GetProperty("id").GetString().ShouldBe($"{id}_20260402T080000Z");
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", 3)]
    [InlineData("FREQ=DAILY;INTERVAL=2;UNTIL=20260307T235900Z", 4)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", 4)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=2", 2)]
    [InlineData("FREQ=YEARLY;COUNT=9", 5)]
    [InlineData("FREQ=MONTHLY;COUNT=99", 60)]
    public async Task A_recurrence_has_as_many_occurrences_as_it_says_within_bounds(string rule, int count)
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, recurrence: rule);
        var path = $"meetings?meetingSeriesId={id}&meetingType=scheduledMeeting&from=2026-03-01T00:00:00Z&to=2040-01-01T00:00:00Z&max=100";
        (await webex.Alice.GetAsync(path)).Ok().Items.Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_series_without_an_end_goes_on()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY");
        var path = $"meetings?meetingSeriesId={id}&meetingType=scheduledMeeting&from=2035-03-01T00:00:00Z&to=2035-03-04T00:00:00Z";
        (await webex.Alice.GetAsync(path)).Ok().Items.Count.ShouldBe(3);
        (await webex.Alice.GetAsync($"meetings/{id}_20350301T100000Z")).Ok();
        (await webex.Alice.GetAsync($"meetings/{id}_20350301T100001Z")).Refused(404);
    }

    [Fact]
    public async Task An_occurrence_is_changed_for_itself_and_a_change_of_the_series_undoes_it()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, recurrence: "FREQ=DAILY;COUNT=3");
        var moved = (await webex.Alice.PatchAsync($"meetings/{id}_20260302T100000Z", new { title = "Late", start = "2026-03-02T15:00:00Z", end = "2026-03-02T15:45:00Z" })).Ok();
        moved.Flag("isModified").ShouldBeTrue();
        moved.Text("id").ShouldBe($"{id}_20260302T100000Z");
        moved.Text("end").ShouldBe("2026-03-02T15:45:00Z");
        (await webex.Alice.PatchAsync($"meetings/{id}_20260302T100000Z", new { start = "2026-03-02T16:00:00Z" })).Refused(400);
        (await webex.Alice.DeleteAsync($"meetings/{id}_20260303T100000Z")).Deleted();
        (await webex.Alice.GetAsync($"meetings/{id}_20260303T100000Z")).Refused(404);
        Starts(await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting")).ShouldBe(["2026-03-01T10:00:00Z", "2026-03-02T15:00:00Z"]);
        Starts(await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting&isModified=true")).ShouldBe(["2026-03-02T15:00:00Z"]);
        Starts(await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting&isModified=false")).ShouldBe(["2026-03-01T10:00:00Z"]);

        (await webex.Alice.PatchAsync($"meetings/{id}", new { title = "Daily as ever" })).Ok();
        Starts(await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting")).Length.ShouldBe(2, "A title undoes nothing.");
        (await webex.Alice.PatchAsync($"meetings/{id}", new { start = "2026-03-01T11:00:00Z", end = "2026-03-01T11:30:00Z" })).Ok();
        Starts(await webex.Alice.GetAsync("meetings?meetingType=scheduledMeeting")).ShouldBe(["2026-03-01T11:00:00Z", "2026-03-02T11:00:00Z", "2026-03-03T11:00:00Z"]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json-patch+json")]
    public async Task Patch_changes_what_is_sent_and_null_clears(string type)
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(
            Ten, recurrence: "FREQ=DAILY;COUNT=3", more: new { agenda = "Trees", publicMeeting = true, trackingCodes = new[] { new { name = "Unit", value = "1" } } });
        var patched = (await webex.Alice.PatchAsync($"meetings/{id}", new { reminderTime = 30 }, type)).Ok();
        (patched.Text("agenda"), patched.Flag("publicMeeting"), patched.Text("recurrence")).ShouldBe(("Trees", true, "FREQ=DAILY;COUNT=3"));
        patched.Body.GetProperty("reminderTime").GetInt32().ShouldBe(30);
        var cleared = (await webex.Alice.PatchAsync($"meetings/{id}", new { agenda = (string?)null, recurrence = (string?)null, trackingCodes = (string?)null, title = (string?)null }, type)).Ok();
        new[] { "agenda", "recurrence", "trackingCodes" }.ShouldAllBe(field => !cleared.Has(field));
        cleared.Text("title").ShouldBe("Daily");
    }

    [Fact]
    public async Task Put_takes_the_whole_object_that_was_read()
    {
        await using var webex = await StartAsync();
        var meeting = await webex.Alice.ScheduleAsync(Ten, recurrence: "FREQ=DAILY;COUNT=3", more: new { agenda = "Trees" });
        (await webex.Alice.PutAsync($"meetings/{meeting.Text("id")}", meeting.Body)).Ok().Body.ToString().ShouldBe(meeting.Body.ToString());
        (await webex.Bob.PutAsync($"meetings/{meeting.Text("id")}", new { title = "Mine" })).Refused(404);
    }

    [Fact]
    public async Task A_deleted_meeting_is_gone()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, invitees: ["bob@example.com"]);
        (await webex.Bob.DeleteAsync($"meetings/{id}")).Refused(403);
        (await webex.Alice.DeleteAsync($"meetings/{id}?sendEmail=false")).Deleted();
        var gone = await webex.Alice.GetAsync($"meetings/{id}");
        gone.Refused(404, "The requested resource could not be found.");
        gone.Body.GetProperty("errors")[0].GetProperty("description").GetString().ShouldBe(gone.Text("message"));
        (await webex.Alice.GetAsync("meetings")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_room_s_meeting_invites_its_members_and_needs_everything_a_user_can()
    {
        await using var webex = await StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Dave, webex.Bot);
        var id = await webex.Alice.MeetAsync(Ten, more: new { roomId = room });
        var invitees = (await webex.Alice.GetAsync($"meetingInvitees?meetingId={id}")).Ok().Items;
        invitees.Select(invitee => (Text(invitee, "email"), invitee.GetProperty("coHost").GetBoolean())).ShouldBe([("bob@example.com", true), ("dave@elsewhere.example", false)]);
        (await webex.Bob.GetAsync($"meetings?roomId={room}")).Ok().Items.ShouldHaveSingleItem();
        var narrow = await webex.MintAsync(webex.Alice, ["meeting:schedules_write"]);
        (await narrow.PostAsync("meetings", new { title = "x", roomId = room, start = "2026-03-02T10:00:00Z", end = "2026-03-02T11:00:00Z" })).Refused(403, "Missing required scope: spark:all");
    }

    [Fact]
    public async Task A_room_has_one_ad_hoc_meeting_at_a_time()
    {
        await using var webex = await StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var first = (await webex.Alice.PostAsync("meetings", new { adhoc = true, roomId = room })).Ok();
        (first.Text("title"), first.Text("start"), first.Text("end"), first.Text("unlockedMeetingJoinSecurity"))
            .ShouldBe(("Alice Anderson", "2026-03-01T09:05:00Z", "2026-03-01T09:20:00Z", "allowJoinWithLobby"));
        (await webex.Bob.PostAsync("meetings", new { adhoc = true, roomId = room })).Ok().Text("id").ShouldBe(first.Text("id"));
        (await webex.Alice.GetAsync("meetings")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync($"meetings?roomId={room}")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.DeleteAsync($"meetings/{first.Text("id")}")).Refused(400);
        await webex.HoldAsync(first.Text("id"), "start");
        (await webex.Alice.GetAsync("meetings?meetingType=meeting")).Ok().Items.Count.ShouldBe(1);
        await webex.HoldAsync(first.Text("id"), "end");
        (await webex.Alice.PostAsync("meetings", new { adhoc = true, roomId = room })).Ok().Text("id").ShouldNotBe(first.Text("id"));
    }

    [Fact]
    public async Task A_link_leads_to_where_one_joins()
    {
        await using var webex = await StartAsync();
        var id = await webex.Alice.MeetAsync(Ten, invitees: ["bob@example.com"]);
        var links = (await webex.Alice.PostAsync("meetings/join", new { meetingId = id, joinDirectly = false, expirationMinutes = 30 })).Ok();
        (links.Has("startLink"), links.Text("expiration")).ShouldBe((true, "2026-03-01T09:30:00Z"));
        (await webex.Bob.PostAsync("meetings/join", new { meetingId = id, joinDirectly = false })).Ok().Has("startLink").ShouldBeFalse();
        var own = (await webex.Alice.PostAsync("meetings/join", new { meetingId = id, joinDirectly = false, createJoinLinkAsWebLink = true, createStartLinkAsWebLink = true })).Ok();
        (own.Text("joinLink") == own.Text("startLink"), own.Has("expiration")).ShouldBe((true, false), "The meeting's own link does not expire.");

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = webex.Http.BaseAddress };
        var direct = await new Account(http, webex.Bob.Token, default).PostAsync("meetings/join", new { meetingId = id });
        ((int)direct.Status).ShouldBe(302);
        direct.Headers["Location"].ShouldStartWith("https://example-com.webex.example/");
    }

    private static Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(new ManualClock());

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;

    private static string[] Starts(Answer answer) => [.. answer.Ok().Items.Select(item => Text(item, "start"))];
}
