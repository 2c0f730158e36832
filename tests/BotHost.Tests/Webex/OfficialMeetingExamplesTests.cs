using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>The examples of Webex's specification for meetings and administration: every field of theirs has a place in the models.</summary>
public sealed partial class OfficialMeetingExamplesTests
{
    private static readonly JsonSerializerOptions Strict = new(WebexJson.Default.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    [Theory]
    [InlineData("meeting.GET_meetings_meetingId.200.json")]
    [InlineData("meeting.POST_meetings.200.json")]
    [InlineData("meeting.PUT_meetings_meetingId.200.json")]
    [InlineData("meeting.PATCH_meetings_meetingId.200.json")]
    [InlineData("meeting.GET_admin_meetings_meetingId.200.json")]
    public void A_meeting(string file) => Check(Read<Meeting>(file));

    [Theory]
    [InlineData("meeting.GET_meetings.200.json")]
    [InlineData("meeting.GET_admin_meetings.200.json")]
    public void Meetings(string file) => ReadPage<Meeting>(file).ForEach(Check);

    [Fact]
    public void Links_to_join() => Read<MeetingLinks>("meeting.POST_meetings_join.200.json").JoinLink.ShouldStartWith("https://");

    [Theory]
    [InlineData("meeting.GET_meetingInvitees_meetingInviteeId.200.json")]
    [InlineData("meeting.POST_meetingInvitees.200.json")]
    [InlineData("meeting.PUT_meetingInvitees_meetingInviteeId.200.json")]
    public void An_invitee(string file) => Check(Read<MeetingInvitee>(file));

    [Fact]
    public void Invitees()
    {
        ReadPage<MeetingInvitee>("meeting.GET_meetingInvitees.200.json").ForEach(Check);
        Read<Results<MeetingInvitee>>("meeting.POST_meetingInvitees_bulkInsert.200.json").Items.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("meeting.GET_meetingParticipants.200.json")]
    [InlineData("meeting.POST_meetingParticipants_query.200.json")]
    public void Participants(string file) => ReadPage<Participant>(file).ForEach(each => each.State.ShouldNotBe(ParticipantState.Unknown));

    [Theory]
    [InlineData("meeting.GET_meetingParticipants_participantId.200.json")]
    [InlineData("meeting.PUT_meetingParticipants_participantId.200.json")]
    public void A_participant(string file) => Read<Participant>(file).DisplayName.ShouldNotBeNullOrEmpty();

    [Fact]
    public void A_callout() => Read<Callout>("meeting.POST_meetingParticipants_callout.200.json").State.ShouldBe("pending");

    [Fact]
    public void Recordings()
    {
        ReadPage<Recording>("meeting.GET_recordings.200.json").ForEach(each => each.Format.ShouldNotBe(RecordingFormat.Unknown));
        Read<Recording>("meeting.GET_recordings_recordingId.200.json").TemporaryDirectDownloadLinks?.Expiration.ShouldNotBeNull();
    }

    [Fact]
    public void Transcripts()
    {
        ReadPage<Transcript>("meeting.GET_meetingTranscripts.200.json").ForEach(each => each.Status.ShouldBe(RecordingStatus.Available));
        Read<Snippet>("meeting.GET_meetingTranscripts_transcriptId_snippets_snippetId.200.json").OffsetMillisecond.ShouldBe(1000);
        Read<Snippet>("meeting.PUT_meetingTranscripts_transcriptId_snippets_snippetId.200.json").Text.ShouldNotBeNull();
    }

    [Fact]
    public void Sites()
    {
        Read<MeetingSites>("meeting.GET_meetingPreferences_sites.200.json").Sites.Count.ShouldBe(4);
        Read<MeetingSite>("meeting.PUT_meetingPreferences_sites.200.json").Default.ShouldBeTrue();
    }

    [Fact]
    public void Administration()
    {
        ReadPage<License>("admin.GET_licenses.200.json").ForEach(each => each.SiteType.ShouldNotBeNull());
        ReadPage<Role>("admin.GET_roles.200.json").ForEach(each => each.Name.ShouldNotBeNull());
        ReadPage<Organization>("admin.GET_organizations.200.json").ForEach(each => each.Created.ShouldNotBeNull());
        Read<Organization>("admin.GET_organizations_orgId.200.json").DisplayName.ShouldNotBeNull();
        Read<TokenExpiry>("admin.GET_authorizations_tokenExpiry.200.json").Exp.ShouldBe(1768630439322);
    }

    [Fact]
    public void Events()
    {
        ReadPage<OrganizationEvent>("messaging.GET_events.200.json").ForEach(each => each.Data.Text.ShouldNotBeNullOrEmpty());
        Read<OrganizationEvent>("messaging.GET_events_eventId.200.json").Data.Recipients.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("messaging.POST_people.200.json")]
    [InlineData("messaging.PUT_people_personId.200.json")]
    public void A_person(string file) => Read<Person>(file).Emails.ShouldNotBeEmpty();

    [Fact]
    public void Requests_are_written_as_the_examples_show_them()
    {
        Same<NewMeeting>("meeting.POST_meetings.request.json");
        Same<MeetingUpdate>("meeting.PUT_meetings_meetingId.request.json");
        Same<MeetingJoin>("meeting.POST_meetings_join.request.json");
        Same<NewMeetingInvitee>("meeting.POST_meetingInvitees.request.json");
        Same<NewInvitees>("meeting.POST_meetingInvitees_bulkInsert.request.json");
        Same<MeetingInviteeUpdate>("meeting.PUT_meetingInvitees_meetingInviteeId.request.json");
        Same<ParticipantQuery>("meeting.POST_meetingParticipants_query.request.json");
        Same<ParticipantUpdate>("meeting.PUT_meetingParticipants_participantId.request.json");
        Same<Admission>("meeting.POST_meetingParticipants_admit.request.json");
        Same<NewCallout>("meeting.POST_meetingParticipants_callout.request.json");
        Same<CalloutCancellation>("meeting.POST_meetingParticipants_cancelCallout.request.json");
        Same<RecordingSharing>("meeting.POST_recordings_recordingId_accessList.request.json");
        Same<DeletionReason>("meeting.DELETE_recordings_recordingId.request.json");
        Same<DeletionReason>("meeting.DELETE_meetingTranscripts_transcriptId.request.json");
        Same<SnippetUpdate>("meeting.PUT_meetingTranscripts_transcriptId_snippets_snippetId.request.json");
        Same<MeetingEnd>("meeting.POST_meetings_meetingId_end.request.json");
        Same<SiteChoice>("meeting.PUT_meetingPreferences_sites.request.json");
        Same<NewPerson>("messaging.POST_people.request.json");
        Same<PersonUpdate>("messaging.PUT_people_personId.request.json");
    }

    private static void Check(Meeting meeting)
    {
        meeting.Title.ShouldNotBeNullOrEmpty();
        (meeting.MeetingType, meeting.State).ShouldSatisfyAllConditions(
            it => it.MeetingType.ShouldNotBe(MeetingType.Unknown), it => it.State.ShouldNotBe(MeetingState.Unknown));
        (meeting.End > meeting.Start).ShouldBeTrue();
    }

    private static void Check(MeetingInvitee invitee) => new[] { invitee.Email, invitee.MeetingId?.Value }.ShouldAllBe(value => !string.IsNullOrEmpty(value));

    private static void Same<T>(string file)
    {
        // One of them has times without a "T", which are no ISO 8601, and each has a way of its own to say UTC.
        var shown = Times().Replace(Example(file), time => $"\"{time.Groups[1]}T{time.Groups[2]}{(time.Groups[3].Value is "" or "Z" ? "+00:00" : time.Groups[3])}\"");
        JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(shown, Strict)!, WebexJson.For<T>()).ShouldBeJson(shown);
    }

    private static List<T> ReadPage<T>(string file)
    {
        var page = Read<Page<T>>(file);
        page.Unreadable.ShouldBeEmpty();
        return [.. page.Items];
    }

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(Example(file), Strict)!;

    private static string Example(string file)
    {
        Assert.SkipUnless(OfficialData.IsThere, OfficialData.Missing);
        return OfficialData.Read($"examples/{file}");
    }

    [GeneratedRegex("""
        "(\d{4}-\d\d-\d\d)[T\ ](\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)?"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Times();
}
