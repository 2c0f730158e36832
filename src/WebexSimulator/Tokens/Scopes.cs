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
    private static readonly string[] ReadTeams = ["spark:teams_read", "spark-compliance:teams_read"];
    private static readonly string[] WriteTeams = ["spark:teams_write"];
    private static readonly string[] ReadTeamMemberships = ["spark:team_memberships_read", "spark-compliance:team_memberships_read"];
    private static readonly string[] WriteTeamMemberships = ["spark:team_memberships_write", "spark-compliance:team_memberships_write"];

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

    private static readonly FrozenSet<string> Messaging = FrozenSet.Create(
        "spark:messages_read", "spark:messages_write", "spark:rooms_read", "spark:rooms_write", "spark:memberships_read", "spark:memberships_write",
        "spark:people_read", "spark:teams_read", "spark:teams_write", "spark:team_memberships_read", "spark:team_memberships_write", "spark:kms");

    private static readonly FrozenSet<string> OfGuests = FrozenSet.Create(
        "spark:messages_read", "spark:messages_write", "spark:rooms_read", "spark:rooms_write", "spark:memberships_read", "spark:memberships_write",
        "spark:people_read", "spark:kms");

    private static readonly FrozenSet<string> OfPeople = FrozenSet.Create(
        "spark:all", "spark:kms", "meeting:schedules_read", "meeting:schedules_write", "meeting:participants_read", "meeting:recordings_read",
        "meeting:transcripts_read");

    private static readonly FrozenSet<string> OfAdministrators = OfPeople.Concat(
    [
        "spark-admin:people_read", "spark-admin:people_write", "spark-compliance:events_read", "spark-compliance:messages_read",
        "spark-compliance:messages_write", "spark-compliance:rooms_read", "spark-compliance:rooms_write", "spark-compliance:memberships_read",
        "spark-compliance:memberships_write", "spark-compliance:teams_read", "spark-compliance:team_memberships_read",
        "spark-compliance:team_memberships_write",
    ]).ToFrozenSet();

    /// <summary>Any one of these; null for what is no operation.</summary>
    public static IReadOnlyList<string>? Of(string method, string route) => Table.GetValueOrDefault((method, route));

    /// <summary>All of these, to watch a resource; an unknown resource is refused elsewhere.</summary>
    public static IReadOnlyList<string> ToWatch(string? resource) => resource is null ? None : OfResources.GetValueOrDefault(resource, None);

    /// <summary>What a token has when nobody says: a bot's and a guest's are for messaging, a person's are all of his.</summary>
    public static FrozenSet<string> Usual(TokenKind kind, Person person) => kind switch
    {
        TokenKind.Bot => Messaging,
        TokenKind.Guest => OfGuests,
        _ => person.IsAdministrator || person.IsComplianceOfficer ? OfAdministrators : OfPeople,
    };
}
