using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class MeetingPartsApiTests
{
    private static readonly DateTimeOffset Nine = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly MeetingId Meeting = new("M1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invitees_are_listed_read_invited_changed_and_removed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Invitee)));
        var (invitees, id) = (bench.Webex.MeetingInvitees, new MeetingInviteeId("M1_7"));

        (await invitees.ListAsync(Meeting, false, "a@example.com", 100, Stop).ToListAsync(Stop)).ShouldBe([new MeetingInvitee
        {
            Id = id, MeetingId = Meeting, Email = "bob@example.com", DisplayName = "Bob", CoHost = true,
        }]);
        (await invitees.CreateManyAsync(new NewInvitees { MeetingId = Meeting, Items = [new NewInvitee { Email = "bob@example.com", CoHost = true }] }, Stop)).Items.Count.ShouldBe(1);
        bench.Server.Script(Answer.Json(MeetingSamples.Invitee));
        await invitees.GetAsync(id, null, Stop);
        await invitees.CreateAsync(new NewMeetingInvitee { MeetingId = Meeting, Email = "bob@example.com", SendEmail = false }, Stop);
        await invitees.UpdateAsync(id, new MeetingInviteeUpdate { Email = "bob@example.com", CoHost = false }, Stop);
        bench.Server.Script(Answer.Status(204));
        await invitees.DeleteAsync(id, null, true, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/meetingInvitees?meetingId=M1&max=100&hostEmail=a%40example.com&panelist=false", "POST /v1/meetingInvitees/bulkInsert",
            "GET /v1/meetingInvitees/M1_7", "POST /v1/meetingInvitees", "PUT /v1/meetingInvitees/M1_7", "DELETE /v1/meetingInvitees/M1_7?sendEmail=true",
        ]);
        bench.Server.Requests[1].Body.ShouldBeJson("""{"meetingId":"M1","items":[{"email":"bob@example.com","coHost":true}]}""");
        bench.Server.Requests[3].Body.ShouldBeJson("""{"meetingId":"M1","email":"bob@example.com","sendEmail":false}""");
        bench.Server.Requests[4].Body.ShouldBeJson("""{"email":"bob@example.com","coHost":false}""");
    }

    [Fact]
    public async Task Participants_are_listed_asked_for_and_dealt_with()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Participant)));
        var (participants, id) = (bench.Webex.Participants, new ParticipantId("M1_p"));

        var one = (await participants.ListAsync(Meeting, "b1", Nine, Nine.AddDays(1), Nine, Nine.AddHours(1), "a@example.com", 7, "UTC", Stop).ToListAsync(Stop)).ShouldHaveSingleItem();
        await participants.QueryAsync(Meeting, new ParticipantQuery(["bob@example.com"], Nine), hostEmail: "a@example.com", cancellationToken: Stop).ToListAsync(Stop);
        bench.Server.Script(Answer.Json(MeetingSamples.Participant));
        await participants.GetAsync(id, null, Stop);
        await participants.UpdateAsync(id, new ParticipantUpdate(Muted: true), Stop);
        bench.Server.Script(Answer.Json("""{"participantId":"M1_q","state":"pending"}"""), Answer.Status(204));
        (await participants.CallOutAsync(new NewCallout { MeetingId = Meeting, Address = "sip:1@example.com", DisplayName = "Desk" }, Stop)).ParticipantId.ShouldBe(new ParticipantId("M1_q"));
        await participants.CancelCalloutAsync(new CalloutCancellation(new ParticipantId("M1_q")), Stop);
        await participants.AdmitAsync(new Admission([new Admitted(id)]), Stop);

        (one.State, one.Host, one.Devices.Single().DurationSecond).ShouldBe((ParticipantState.BreakoutSession, true, 60));
        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/meetingParticipants?max=7&meetingId=M1&breakoutSessionId=b1&meetingStartTimeFrom=2026-12-01T09%3A00%3A00.000Z"
                + "&meetingStartTimeTo=2026-12-02T09%3A00%3A00.000Z&hostEmail=a%40example.com&joinTimeFrom=2026-12-01T09%3A00%3A00.000Z&joinTimeTo=2026-12-01T10%3A00%3A00.000Z",
            "POST /v1/meetingParticipants/query?meetingId=M1&hostEmail=a%40example.com", "GET /v1/meetingParticipants/M1_p", "PUT /v1/meetingParticipants/M1_p",
            "POST /v1/meetingParticipants/callout", "POST /v1/meetingParticipants/cancelCallout", "POST /v1/meetingParticipants/admit",
        ]);
        bench.Server.Requests[1].Body.ShouldBeJson("""{"emails":["bob@example.com"],"joinTimeFrom":"2026-12-01T09:00:00+00:00"}""");
        bench.Server.Requests[3].Body.ShouldBeJson("""{"muted":true}""");
        bench.Server.Requests[6].Body.ShouldBeJson("""{"items":[{"participantId":"M1_p"}]}""");
    }

    [Fact]
    public async Task Registrants_are_listed_registered_read_and_removed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Registrant)));
        var (registrants, id) = (bench.Webex.Registrants, new RegistrantId("G1"));

        var one = (await registrants.ListAsync(Meeting, "bob@example.com", Nine, Nine.AddDays(90), true, max: 100, cancellationToken: Stop).ToListAsync(Stop)).ShouldHaveSingleItem();
        bench.Server.Script(Answer.Json(MeetingSamples.Registrant));
        await registrants.GetAsync(Meeting, id, null, null, Stop);
        await registrants.CreateAsync(Meeting, null, null, new NewRegistrant { FirstName = "Bob", LastName = "Lee", Email = "bob@example.com", ZipCode = 12345 }, Stop);
        bench.Server.Script(Answer.Status(204));
        await registrants.DeleteAsync(Meeting, id, null, null, Stop);

        (one.Status, one.ZipCode, one.RegistrationId, one.CustomizedQuestions.Single().Answers.Single().Answer).ShouldBe((RegistrantStatus.Approved, "12345", "566476", "green"));
        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/meetings/M1/registrants?max=100&current=true&email=bob%40example.com&registrationTimeFrom=2026-12-01T09%3A00%3A00.000Z"
                + "&registrationTimeTo=2027-03-01T09%3A00%3A00.000Z",
            "GET /v1/meetings/M1/registrants/G1", "POST /v1/meetings/M1/registrants", "DELETE /v1/meetings/M1/registrants/G1",
        ]);
        bench.Server.Requests[2].Body.ShouldBeJson("""{"firstName":"Bob","lastName":"Lee","email":"bob@example.com","zipCode":12345}""");
        Should.Throw<ArgumentException>(() => registrants.ListAsync(Meeting, null, Nine, Nine.AddDays(91), cancellationToken: Stop)).Message.ShouldContain("90 days");
    }

    [Fact]
    public async Task Recordings_are_listed_read_shared_and_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Recording)));
        var (recordings, id) = (bench.Webex.Recordings, new RecordingId("V1"));

        await recordings.ListAsync(Nine, Nine.AddDays(1), Meeting, "Stand-up", RecordingStatus.Purged, RecordingFormat.Mp4, "MeetingCenter", "t", "a@example.com", "s.example", 9, "UTC", Stop)
            .ToListAsync(Stop);
        bench.Server.Script(Answer.Json(MeetingSamples.Recording));
        var one = await recordings.GetAsync(id, null, "UTC", "s.example", Stop);
        bench.Server.Script(Answer.Status(204));
        await recordings.ShareAsync(id, new RecordingSharing { AddEmails = ["b@example.com"] }, Stop);
        await recordings.DeleteAsync(id, null, null, Stop);
        await recordings.DeleteAsync(id, "a@example.com", new DeletionReason("audit", "c"), Stop);

        (one.Format, one.Status, one.SizeBytes, one.TemporaryDirectDownloadLinks?.RecordingDownloadLink).ShouldBe(
            (RecordingFormat.Mp4, RecordingStatus.Available, 5_000_000_000, "https://s.example/1"));
        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/recordings?max=9&from=2026-12-01T09%3A00%3A00.000Z&to=2026-12-02T09%3A00%3A00.000Z&meetingId=M1&hostEmail=a%40example.com&siteUrl=s.example"
                + "&integrationTag=t&topic=Stand-up&format=MP4&serviceType=MeetingCenter&status=purged",
            "GET /v1/recordings/V1", "POST /v1/recordings/V1/accessList", "DELETE /v1/recordings/V1", "DELETE /v1/recordings/V1?hostEmail=a%40example.com",
        ]);
        bench.Server.Requests[1].Headers["siteUrl"].ToString().ShouldBe("s.example");
        bench.Server.Requests[4].Body.ShouldBeJson("""{"reason":"audit","comment":"c"}""");
    }

    [Fact]
    public async Task Transcripts_are_listed_read_and_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Transcript)));
        var (transcripts, id) = (bench.Webex.Transcripts, new TranscriptId("X1"));

        (await transcripts.ListAsync(Nine, null, Meeting, max: 100, cancellationToken: Stop).ToListAsync(Stop)).ShouldHaveSingleItem().Status.ShouldBe(RecordingStatus.Deleted);
        bench.Server.Script(Answer.Body("WEBVTT\n\n1\n00:00:20.904 --> 00:00:24.564\nGrüße\n", "text/vtt", 200));
        (await transcripts.DownloadAsync(id, TranscriptFormat.Txt, null, Stop)).ShouldEndWith("Grüße\n");
        bench.Server.Script(Answer.Json(Samples.Items(MeetingSamples.Snippet)));
        (await bench.Webex.Snippets.ListAsync(id, 5, Stop).ToListAsync(Stop)).ShouldHaveSingleItem().OffsetMillisecond.ShouldBe(1000);
        bench.Server.Script(Answer.Json(MeetingSamples.Snippet));
        await bench.Webex.Snippets.GetAsync(id, new SnippetId("X1_1"), Stop);
        await bench.Webex.Snippets.UpdateAsync(id, new SnippetId("X1_1"), new SnippetUpdate { Text = "hullo" }, Stop);
        bench.Server.Script(Answer.Status(204));
        await transcripts.DeleteAsync(id, new DeletionReason("audit"), Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/meetingTranscripts?max=100&from=2026-12-01T09%3A00%3A00.000Z&meetingId=M1", "GET /v1/meetingTranscripts/X1/download?format=txt",
            "GET /v1/meetingTranscripts/X1/snippets?max=5", "GET /v1/meetingTranscripts/X1/snippets/X1_1", "PUT /v1/meetingTranscripts/X1/snippets/X1_1",
            "DELETE /v1/meetingTranscripts/X1",
        ]);
        bench.Server.Requests[4].Body.ShouldBeJson("""{"text":"hullo"}""");
    }

    [Fact]
    public async Task A_meeting_that_is_over_has_a_summary()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Summary)));

        var summary = (await bench.Webex.Summaries.ListAsync(new MeetingId("M1_I_1"), Stop).ToListAsync(Stop)).ShouldHaveSingleItem();
        bench.Server.Script(Answer.Status(204));
        await bench.Webex.Summaries.DeleteAsync(summary.Id, Stop);

        (summary.Notes?.Content, summary.ActionItems.Single().Content).ShouldBe(("n", "a"));
        bench.Server.Requests.Select(request => request.Line).ShouldBe(["GET /v1/meetingSummaries?meetingId=M1_I_1", "DELETE /v1/meetingSummaries/Y1"]);
    }

    [Fact]
    public async Task A_person_has_sites_and_prefers_one()
    {
        await using var bench = await WebexBench.StartAsync(
            Answer.Json("""{"sites":[{"siteUrl":"a.example","default":false},{"siteUrl":"b.example","default":true}]}"""), Answer.Json("""{"siteUrl":"a.example","default":true}"""));

        var sites = await bench.Webex.MeetingSites.GetAsync("a@example.com", null, Stop);
        (await bench.Webex.MeetingSites.PreferAsync(null, new SiteChoice("a.example"), Stop)).Default.ShouldBeTrue();

        sites.Sites.ShouldBe([new MeetingSite("a.example"), new MeetingSite("b.example", true)]);
        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["GET /v1/meetingPreferences/sites?userEmail=a%40example.com", "PUT /v1/meetingPreferences/sites?defaultSite=true"]);
    }
}
