using System.Collections.Frozen;
using WebexSimulator.Model;

namespace WebexSimulator.Tokens;

/// <summary>What each operation asks of a token: any one of the scopes beside it. All in this place, and no operation without a line.</summary>
internal static class Scopes
{
    private static readonly string[] None = [];
    private static readonly string[] ReadMessages = ["spark:messages_read", "spark-compliance:messages_read"];
    private static readonly string[] WriteMessages = ["spark:messages_write"];
    private static readonly string[] ReadRooms = ["spark:rooms_read", "spark-compliance:rooms_read"];
    private static readonly string[] WriteRooms = ["spark:rooms_write"];
    private static readonly string[] ReadMemberships = ["spark:memberships_read", "spark-compliance:memberships_read"];
    private static readonly string[] WriteMemberships = ["spark:memberships_write", "spark-compliance:memberships_write"];
    private static readonly string[] ReadPeople = ["spark:people_read", "spark-admin:people_read"];
    private static readonly string[] WritePeople = ["spark-admin:people_write", "spark:people_write"];
    private static readonly string[] ReadTeams = ["spark:teams_read", "spark-compliance:teams_read"];
    private static readonly string[] WriteTeams = ["spark:teams_write"];
    private static readonly string[] ReadTeamMemberships = ["spark:team_memberships_read", "spark-compliance:team_memberships_read"];
    private static readonly string[] WriteTeamMemberships = ["spark:team_memberships_write", "spark-compliance:team_memberships_write"];

    private static readonly string[] ReadMeetings = ["meeting:schedules_read", "meeting:admin_schedule_read"];
    private static readonly string[] ReadParticipants = ["meeting:participants_read", "meeting:admin_participants_read"];
    private static readonly string[] WriteParticipants = ["meeting:participants_write"];
    private static readonly string[] ReadRecordings = ["meeting:recordings_read", "meeting:admin_recordings_read"];
    private static readonly string[] WriteRecordings = ["meeting:recordings_write", "meeting:admin_recordings_write"];
    private static readonly string[] ReadTranscripts = ["meeting:transcripts_read", "meeting:admin_transcripts_read"];
    private static readonly string[] WriteMeetings = ["meeting:schedules_write", "meeting:admin_schedule_write"];

    private static readonly FrozenDictionary<(string Method, string Route), string[]> Table = new Dictionary<(string, string), string[]>
    {
        [("GET", "/v1/messages")] = ReadMessages,
        [("GET", "/v1/messages/direct")] = ReadMessages,
        [("GET", "/v1/messages/{messageId}")] = ReadMessages,
        [("POST", "/v1/messages")] = WriteMessages,
        [("PUT", "/v1/messages/{messageId}")] = WriteMessages,
        [("DELETE", "/v1/messages/{messageId}")] = ["spark:messages_write", "spark-compliance:messages_write"],
        [("GET", "/v1/contents/{contentId}")] = ReadMessages,
        [("HEAD", "/v1/contents/{contentId}")] = ReadMessages,
        [("POST", "/v1/attachment/actions")] = WriteMessages,
        [("GET", "/v1/attachment/actions/{id}")] = ReadMessages,
        [("GET", "/v1/rooms")] = ReadRooms,
        [("POST", "/v1/rooms")] = WriteRooms,
        [("GET", "/v1/rooms/{roomId}")] = ReadRooms,
        [("GET", "/v1/rooms/{roomId}/meetingInfo")] = ReadRooms,
        [("PUT", "/v1/rooms/{roomId}")] = ["spark:rooms_write", "spark-compliance:rooms_write"],
        [("DELETE", "/v1/rooms/{roomId}")] = WriteRooms,
        [("GET", "/v1/room/tabs")] = ReadRooms,
        [("POST", "/v1/room/tabs")] = WriteRooms,
        [("GET", "/v1/room/tabs/{id}")] = ReadRooms,
        [("PUT", "/v1/room/tabs/{id}")] = WriteRooms,
        [("DELETE", "/v1/room/tabs/{id}")] = WriteRooms,
        [("GET", "/v1/memberships")] = ReadMemberships,
        [("POST", "/v1/memberships")] = WriteMemberships,
        [("GET", "/v1/memberships/{membershipId}")] = ReadMemberships,
        [("PUT", "/v1/memberships/{membershipId}")] = WriteMemberships,
        [("PATCH", "/v1/memberships/{membershipId}")] = WriteMemberships,
        [("DELETE", "/v1/memberships/{membershipId}")] = WriteMemberships,
        [("GET", "/v1/people")] = ReadPeople,
        [("GET", "/v1/people/me")] = ReadPeople,
        [("GET", "/v1/people/{personId}")] = ReadPeople,
        [("GET", "/v1/teams")] = ReadTeams,
        [("POST", "/v1/teams")] = WriteTeams,
        [("GET", "/v1/teams/{teamId}")] = ReadTeams,
        [("PUT", "/v1/teams/{teamId}")] = WriteTeams,
        [("DELETE", "/v1/teams/{teamId}")] = WriteTeams,
        [("GET", "/v1/team/memberships")] = ReadTeamMemberships,
        [("POST", "/v1/team/memberships")] = WriteTeamMemberships,
        [("GET", "/v1/team/memberships/{membershipId}")] = ReadTeamMemberships,
        [("PUT", "/v1/team/memberships/{membershipId}")] = WriteTeamMemberships,
        [("DELETE", "/v1/team/memberships/{membershipId}")] = WriteTeamMemberships,
        [("GET", "/v1/meetings")] = ReadMeetings,
        [("POST", "/v1/meetings")] = WriteMeetings,
        [("GET", "/v1/meetings/{meetingId}")] = ReadMeetings,
        [("PUT", "/v1/meetings/{meetingId}")] = WriteMeetings,
        [("PATCH", "/v1/meetings/{meetingId}")] = WriteMeetings,
        [("DELETE", "/v1/meetings/{meetingId}")] = WriteMeetings,
        [("POST", "/v1/meetings/join")] = ["meeting:schedules_read", "meeting:schedules_write", "meeting:admin_schedule_write"],
        [("POST", "/v1/meetings/reassignHost")] = ["meeting:admin_schedule_write"],
        [("POST", "/v1/meetings/{meetingId}/end")] = ["meeting:schedules_write", "spark-compliance:meetings_write"],
        [("GET", "/v1/admin/meetings")] = ["meeting:admin_schedule_read"],
        [("GET", "/v1/admin/meetings/{meetingId}")] = ["meeting:admin_schedule_read"],
        [("GET", "/v1/meetings/{meetingId}/registrants")] = ReadMeetings,
        [("POST", "/v1/meetings/{meetingId}/registrants")] = WriteMeetings,
        [("GET", "/v1/meetings/{meetingId}/registrants/{registrantId}")] = ReadMeetings,
        [("DELETE", "/v1/meetings/{meetingId}/registrants/{registrantId}")] = WriteMeetings,
        [("GET", "/v1/meetingInvitees")] = ReadMeetings,
        [("POST", "/v1/meetingInvitees")] = WriteMeetings,
        [("POST", "/v1/meetingInvitees/bulkInsert")] = WriteMeetings,
        [("GET", "/v1/meetingInvitees/{meetingInviteeId}")] = ReadMeetings,
        [("PUT", "/v1/meetingInvitees/{meetingInviteeId}")] = WriteMeetings,
        [("DELETE", "/v1/meetingInvitees/{meetingInviteeId}")] = WriteMeetings,
        [("GET", "/v1/meetingParticipants")] = ReadParticipants,
        [("POST", "/v1/meetingParticipants/query")] = ReadParticipants,
        [("GET", "/v1/meetingParticipants/{participantId}")] = ReadParticipants,
        [("PUT", "/v1/meetingParticipants/{participantId}")] = WriteParticipants,
        [("POST", "/v1/meetingParticipants/admit")] = WriteParticipants,
        [("POST", "/v1/meetingParticipants/callout")] = WriteParticipants,
        [("POST", "/v1/meetingParticipants/cancelCallout")] = WriteParticipants,
        [("GET", "/v1/recordings")] = ReadRecordings,
        [("GET", "/v1/recordings/{recordingId}")] = ReadRecordings,
        [("DELETE", "/v1/recordings/{recordingId}")] = WriteRecordings,
        [("POST", "/v1/recordings/{recordingId}/accessList")] = WriteRecordings,
        [("GET", "/v1/meetingTranscripts")] = ReadTranscripts,
        [("GET", "/v1/meetingTranscripts/{transcriptId}/download")] = ReadTranscripts,
        [("GET", "/v1/meetingTranscripts/{transcriptId}/snippets")] = ReadTranscripts,
        [("GET", "/v1/meetingTranscripts/{transcriptId}/snippets/{snippetId}")] = ReadTranscripts,
        [("PUT", "/v1/meetingTranscripts/{transcriptId}/snippets/{snippetId}")] = ["meeting:transcripts_write"],
        [("DELETE", "/v1/meetingTranscripts/{transcriptId}")] = ["meeting:transcripts_write"],
        [("GET", "/v1/meetingSummaries")] = ["meeting:summaries_read"],
        [("DELETE", "/v1/meetingSummaries/{summaryId}")] = ["meeting:summaries_write"],
        [("GET", "/v1/meetingPreferences/sites")] = ["meeting:preferences_read", "meeting:admin_preferences_read"],
        [("PUT", "/v1/meetingPreferences/sites")] = ["meeting:preferences_write", "meeting:admin_preferences_write"],
        // Webhooks have no scope of their own: to create one takes the read scope of what it watches, below.
        [("GET", "/v1/webhooks")] = None,
        [("POST", "/v1/webhooks")] = None,
        [("GET", "/v1/webhooks/{webhookId}")] = None,
        [("PUT", "/v1/webhooks/{webhookId}")] = None,
        [("DELETE", "/v1/webhooks/{webhookId}")] = None,
        [("GET", "/v1/authorizations/tokenExpiry")] = None,
        // Asked before there is a token.
        [("GET", "/v1/authorize")] = None,
        [("POST", "/v1/access_token")] = None,
        [("POST", "/v1/device/authorize")] = None,
        [("POST", "/v1/device/token")] = None,
        [("POST", "/v1/jwt/login")] = None,
        [("GET", "/v1/authorizations")] = ["identity:tokens_read"],
        [("DELETE", "/v1/authorizations")] = ["identity:tokens_write"],
        [("DELETE", "/v1/authorizations/{authorizationId}")] = ["identity:tokens_write"],
        [("POST", "/v1/applications/{applicationId}/token")] = ["spark:applications_token"],
        [("POST", "/v1/guests/token")] = ["guest-issuer:write"],
        [("GET", "/v1/guests/count")] = ["guest-issuer:read", "guest-issuer:write"],
        [("POST", "/v1/people")] = WritePeople,
        [("PUT", "/v1/people/{personId}")] = WritePeople,
        [("DELETE", "/v1/people/{personId}")] = WritePeople,
        [("GET", "/v1/organizations")] = ["spark-admin:organizations_read"],
        [("GET", "/v1/organizations/{orgId}")] = ["spark-admin:organizations_read"],
        [("GET", "/v1/licenses")] = ["spark-admin:licenses_read"],
        [("GET", "/v1/licenses/{licenseId}")] = ["spark-admin:licenses_read"],
        [("GET", "/v1/roles")] = ["spark-admin:roles_read"],
        [("GET", "/v1/roles/{roleId}")] = ["spark-admin:roles_read"],
        [("GET", "/v1/adminAudit/events")] = ["audit:events_read"],
        [("GET", "/v1/events")] = ["spark-compliance:events_read"],
        [("GET", "/v1/events/{eventId}")] = ["spark-compliance:events_read"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> OfResources = new Dictionary<string, string[]>
    {
        ["messages"] = ["spark:messages_read"],
        ["memberships"] = ["spark:memberships_read"],
        ["rooms"] = ["spark:rooms_read"],
        ["attachmentActions"] = ["spark:messages_read"],
        ["all"] = ["spark:messages_read", "spark:memberships_read", "spark:rooms_read"],
        ["meetings"] = ["meeting:schedules_read"],
        ["meetingParticipants"] = ["meeting:participants_read"],
        ["recordings"] = ["meeting:recordings_read"],
        ["meetingTranscripts"] = ["meeting:transcripts_read"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> OfOrganisations = new Dictionary<string, string[]>
    {
        ["meetings"] = ["meeting:admin_schedule_read"],
        ["meetingParticipants"] = ["meeting:admin_participants_read"],
        ["recordings"] = ["meeting:admin_recordings_read", "spark-compliance:meetings_read"],
        ["meetingTranscripts"] = ["meeting:admin_transcripts_read", "spark-compliance:meetings_read"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Messaging = FrozenSet.Create(
        "spark:messages_read", "spark:messages_write", "spark:rooms_read", "spark:rooms_write", "spark:memberships_read", "spark:memberships_write",
        "spark:people_read", "spark:teams_read", "spark:teams_write", "spark:team_memberships_read", "spark:team_memberships_write", "spark:kms");

    private static readonly FrozenSet<string> OfGuests = FrozenSet.Create(
        "spark:messages_read", "spark:messages_write", "spark:rooms_read", "spark:rooms_write", "spark:memberships_read", "spark:memberships_write",
        "spark:people_read", "spark:kms");

    private static readonly FrozenSet<string> OfPeople = FrozenSet.Create(
        "spark:all", "spark:kms", "meeting:schedules_read", "meeting:schedules_write", "meeting:participants_read", "meeting:participants_write",
        "meeting:recordings_read", "meeting:recordings_write", "meeting:transcripts_read", "meeting:transcripts_write", "meeting:summaries_read",
        "meeting:summaries_write", "meeting:preferences_read", "meeting:preferences_write");

    private static readonly FrozenSet<string> OfAdministrators = OfPeople.Concat(
    [
        "spark-admin:people_read", "spark-admin:people_write", "spark-compliance:events_read", "spark-compliance:messages_read",
        "spark-compliance:messages_write", "spark-compliance:rooms_read", "spark-compliance:rooms_write", "spark-compliance:memberships_read",
        "spark-compliance:memberships_write", "spark-compliance:teams_read", "spark-compliance:team_memberships_read",
        "spark-compliance:team_memberships_write", "spark-compliance:meetings_read", "spark-compliance:meetings_write", "meeting:admin_schedule_read",
        "meeting:admin_schedule_write", "meeting:admin_participants_read", "meeting:admin_recordings_read", "meeting:admin_recordings_write",
        "meeting:admin_transcripts_read", "meeting:admin_preferences_read", "meeting:admin_preferences_write",
        "spark-admin:organizations_read", "spark-admin:licenses_read", "spark-admin:roles_read",
        "identity:tokens_read", "identity:tokens_write", "audit:events_read",
    ]).ToFrozenSet();

    /// <summary>Any one of these; null for what is no operation.</summary>
    public static IReadOnlyList<string>? Of(string method, string route) => Table.GetValueOrDefault((method, route));

    /// <summary>Of each of these any one, to watch a resource; an unknown resource is refused elsewhere.</summary>
    public static IEnumerable<IReadOnlyList<string>> ToWatch(string? resource, bool ofOrganisation) =>
        resource is null ? []
        : ofOrganisation && OfOrganisations.TryGetValue(resource, out var any) ? [any]
        : OfResources.GetValueOrDefault(resource, None).Select(scope => (IReadOnlyList<string>)[scope]);

    /// <summary>What a token has when nobody says: a bot's and a guest's are for messaging, a person's are all of his.</summary>
    public static FrozenSet<string> Usual(TokenKind kind, Person person) => kind switch
    {
        TokenKind.Bot => Messaging,
        TokenKind.Guest => OfGuests,
        _ => person.IsAdministrator || person.IsComplianceOfficer ? OfAdministrators : OfPeople,
    };
}
