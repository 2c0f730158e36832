using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class MeetingsApiTests
{
    private static readonly DateTimeOffset Nine = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_is_read_with_its_headers()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(MeetingSamples.Meeting));

        var meeting = await bench.Webex.Meetings.GetAsync(new MeetingId("M1"), true, "ann@example.com", "pw", "Europe/Berlin", Stop);

        meeting.ShouldSatisfyAllConditions(
            () => meeting.Id.ShouldBe(new MeetingId("M1")),
            () => meeting.MeetingSeriesId.ShouldBe(new MeetingId("M0")),
            () => (meeting.MeetingType, meeting.State, meeting.ScheduledType).ShouldBe((MeetingType.ScheduledMeeting, MeetingState.InProgress, ScheduledType.Webinar)),
            () => (meeting.Start, meeting.End - meeting.Start).ShouldBe((Nine, TimeSpan.FromMinutes(15))),
            () => meeting.Start!.Value.Offset.ShouldBe(TimeSpan.FromHours(1)),
            () => meeting.UnlockedMeetingJoinSecurity.ShouldBe(JoinSecurity.AllowJoinWithLobby),
            () => (meeting.IsModified, meeting.HasSummary, meeting.HasChat).ShouldBe((true, true, false)),
            () => meeting.Telephony!.CallInNumbers!.ShouldHaveSingleItem().Number.ShouldBe("2"),
            () => meeting.TrackingCodes.ShouldBe([new TrackingCode("n", "v")]),
            () => meeting.ToString().ShouldBe("Meeting M1"));
        bench.Only.Line.ShouldBe("GET /v1/meetings/M1?current=true&hostEmail=ann%40example.com");
        (bench.Only.Headers["password"].ToString(), bench.Only.Headers["timezone"].ToString()).ShouldBe(("pw", "Europe/Berlin"));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_not_sent()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(MeetingSamples.Meeting));

        await bench.Webex.Meetings.GetAsync(new MeetingId("M1"), Stop);

        bench.Only.Line.ShouldBe("GET /v1/meetings/M1");
        bench.Only.Headers.ShouldNotContainKey("password");
        bench.Only.Headers.ShouldNotContainKey("timezone");
    }

    [Fact]
    public async Task What_Webex_never_said_before_costs_no_meeting()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items("""{"id":"M1","meetingType":"hologram","state":7,"unlockedMeetingJoinSecurity":"moat"}""")));

        var meeting = (await bench.Webex.Meetings.ListAsync(cancellationToken: Stop).ToListAsync(Stop)).ShouldHaveSingleItem();

        (meeting.MeetingType, meeting.State, meeting.UnlockedMeetingJoinSecurity).ShouldBe((MeetingType.Unknown, MeetingState.Unknown, JoinSecurity.Unknown));
    }

    [Fact]
    public async Task Meetings_are_listed_with_every_selector_in_Webexs_spelling()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Meeting)));

        await bench.Webex.Meetings.ListAsync(new MeetingFilter
        {
            MeetingSeriesId = new MeetingId("M0"), Max = 100, From = Nine, To = Nine.AddDays(1), MeetingType = MeetingType.Meeting, State = MeetingState.Ended,
            ScheduledType = ScheduledType.PersonalRoomMeeting, IsModified = true, HasChat = true, HasRecording = false, HasTranscription = true, HasSummary = true,
            HasClosedCaption = true, HasPolls = true, HasQA = true, HasSlido = true, Current = false, HostEmail = "a@example.com", SiteUrl = "s.example",
            IntegrationTag = "t", Password = "pw", Timezone = "UTC",
        }, Stop).ToListAsync(Stop);
        await bench.Webex.Meetings.ListAsync(new MeetingFilter { MeetingNumber = "12" }, Stop).ToListAsync(Stop);
        await bench.Webex.Meetings.ListAsync(new MeetingFilter { WebLink = "https://s.example/j?a=1" }, Stop).ToListAsync(Stop);
        await bench.Webex.Meetings.ListAsync(new MeetingFilter { RoomId = new RoomId("R1") }, Stop).ToListAsync(Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/meetings?meetingSeriesId=M0&max=100&from=2026-12-01T08%3A00%3A00.000Z&to=2026-12-02T08%3A00%3A00.000Z&meetingType=meeting&state=ended"
                + "&scheduledType=personalRoomMeeting&isModified=true&hasChat=true&hasRecording=false&hasTranscription=true&hasSummary=true&hasClosedCaption=true"
                + "&hasPolls=true&hasQA=true&hasSlido=true&current=false&hostEmail=a%40example.com&siteUrl=s.example&integrationTag=t",
            "GET /v1/meetings?meetingNumber=12",
            "GET /v1/meetings?webLink=https%3A%2F%2Fs.example%2Fj%3Fa%3D1",
            "GET /v1/meetings?roomId=R1",
        ]);
        bench.Server.Requests[0].Headers["timezone"].ToString().ShouldBe("UTC");
    }

    [Fact]
    public async Task Meetings_are_listed_to_their_end()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        bench.Server.Script(
            Answer.Json(Samples.Items()).With("Link", $"<{bench.Server.Address}/v1/meetings?max=1&offset=1>; rel=\"next\""),
            Answer.Json(Samples.Items(MeetingSamples.Meeting)));

        (await bench.Webex.Meetings.ListAsync(new MeetingFilter { Max = 1 }, Stop).ToListAsync(Stop)).ShouldHaveSingleItem();

        bench.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_meeting_is_scheduled()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(MeetingSamples.Meeting));

        await bench.Webex.Meetings.CreateAsync(new NewMeeting
        {
            Title = "Größe", Start = Nine, End = Nine.AddMinutes(30), Timezone = "Europe/Berlin", ScheduledType = ScheduledType.Meeting,
            UnlockedMeetingJoinSecurity = JoinSecurity.BlockFromJoin, Invitees = [new NewInvitee { Email = "bob@example.com" }], SendEmail = false,
        }, Stop);

        bench.Only.Line.ShouldBe("POST /v1/meetings");
        bench.Only.Body.ShouldBeJson("""
            {"title":"Größe","start":"2026-12-01T09:00:00+01:00","end":"2026-12-01T09:30:00+01:00","timezone":"Europe/Berlin","scheduledType":"meeting",
             "unlockedMeetingJoinSecurity":"blockFromJoin","invitees":[{"email":"bob@example.com"}],"sendEmail":false}
            """);
    }

    [Fact]
    public async Task A_meeting_is_changed_by_put_and_by_patch_which_can_clear()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(MeetingSamples.Meeting));
        var id = new MeetingId("M1");

        await bench.Webex.Meetings.UpdateAsync(id, new MeetingUpdate { Title = "New", Password = "pw", Start = Nine, End = Nine.AddHours(1) }, Stop);
        await bench.Webex.Meetings.PatchAsync(id, new MeetingPatch { ReminderTime = 5 }, Stop);
        await bench.Webex.Meetings.PatchAsync(
            id, new MeetingPatch { Agenda = Patch<string>.Clear, Recurrence = Patch<string>.Clear, TrackingCodes = Patch<TrackingCode[]>.Clear }, Stop);
        await bench.Webex.Meetings.PatchAsync(
            id, new MeetingPatch { Agenda = "a", Recurrence = "FREQ=DAILY;COUNT=2", TrackingCodes = new[] { new TrackingCode("n", "v") } }, Stop);

        bench.Server.Requests.Select(request => request.Line).Distinct().ShouldBe(["PUT /v1/meetings/M1", "PATCH /v1/meetings/M1"]);
        bench.Server.Requests[0].Body.ShouldBeJson(
            """{"title":"New","password":"pw","start":"2026-12-01T09:00:00+01:00","end":"2026-12-01T10:00:00+01:00"}""");
        bench.Server.Requests[1].Body.ShouldBeJson("""{"reminderTime":5}""");
        bench.Server.Requests[2].Body.ShouldBeJson("""{"agenda":null,"recurrence":null,"trackingCodes":null}""");
        bench.Server.Requests[3].Body.ShouldBeJson("""{"agenda":"a","recurrence":"FREQ=DAILY;COUNT=2","trackingCodes":[{"name":"n","value":"v"}]}""");
        bench.Server.Requests[3].Headers.ContentType.ToString().ShouldBe("application/json");
    }

    [Fact]
    public async Task A_meeting_is_ended_and_cancelled()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));
        var id = new MeetingId("M1");

        await bench.Webex.Meetings.EndAsync(id, null, Stop);
        await bench.Webex.Meetings.EndAsync(id, new MeetingEnd("done"), Stop);
        await bench.Webex.Meetings.DeleteAsync(id, Stop);
        await bench.Webex.Meetings.DeleteAsync(id, "a@example.com", false, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["POST /v1/meetings/M1/end", "POST /v1/meetings/M1/end", "DELETE /v1/meetings/M1", "DELETE /v1/meetings/M1?hostEmail=a%40example.com&sendEmail=false"]);
        bench.Server.Requests[0].Body.ShouldBeEmpty();
        bench.Server.Requests[1].Body.ShouldBeJson("""{"reason":"done"}""");
    }

    [Fact]
    public async Task A_meetings_links_are_asked_for_without_a_redirect()
    {
        await using var bench = await WebexBench.StartAsync(
            Answer.Json("""{"joinLink":"https://s.example/1","expiration":"2026-12-01T09:05:00Z"}"""));

        var links = await bench.Webex.Meetings.JoinAsync(new MeetingJoin { MeetingNumber = "12", Email = "b@example.com", DisplayName = "Bob", ExpirationMinutes = 60 }, Stop);

        links.ShouldBe(new MeetingLinks(null, "https://s.example/1", new DateTimeOffset(2026, 12, 1, 9, 5, 0, TimeSpan.Zero)));
        bench.Only.Body.ShouldBeJson(
            """{"meetingNumber":"12","joinDirectly":false,"email":"b@example.com","displayName":"Bob","expirationMinutes":60}""");
    }

    [Fact]
    public async Task Of_meetings_with_a_new_host_those_that_kept_the_old_one_are_told()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(
            """{"items":[{"meetingId":"M1","httpStatus":200},{"meetingId":"M2","httpStatus":"404","message":"The requested resource could not be found."}]}""", 207));
        var change = new HostChange("b@example.com", [new MeetingId("M1"), new MeetingId("M2")]);

        var results = await bench.Webex.Meetings.ReassignHostAsync(change, "s.example", Stop);
        bench.Server.Script(Answer.Status(204));
        var none = await bench.Webex.Meetings.ReassignHostAsync(change, cancellationToken: Stop);

        results.Select(result => (result.MeetingId.Value, result.HttpStatus)).ShouldBe([("M1", 200), ("M2", 404)]);
        none.ShouldBeEmpty();
        bench.Server.Requests[0].Line.ShouldBe("POST /v1/meetings/reassignHost");
        bench.Server.Requests[0].Headers["siteUrl"].ToString().ShouldBe("s.example");
        bench.Server.Requests[0].Body.ShouldBeJson("""{"hostEmail":"b@example.com","meetingIds":["M1","M2"]}""");
    }

    [Fact]
    public async Task An_administrator_sees_any_meeting()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items("""{"id":"M1"}""")));

        await bench.Webex.Meetings.ListAsAdminAsync("12", current: false, timezone: "UTC", cancellationToken: Stop).ToListAsync(Stop);
        bench.Server.Script(Answer.Json("""{"id":"M1"}"""));
        await bench.Webex.Meetings.GetAsAdminAsync(new MeetingId("M1"), true, null, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["GET /v1/admin/meetings?meetingNumber=12&current=false", "GET /v1/admin/meetings/M1?current=true"]);
    }
}
