using System.Buffers.Text;
using System.Text;

namespace WebexSimulator;

/// <summary>
/// The identifiers of Webex's messaging side: base64url without padding of <c>ciscospark://us/TYPE/key</c>.
/// Clients must treat them as opaque; some decode them all the same, so the inside is right too.
/// </summary>
internal static class WebexId
{
    public const string ConsumerOrganisation = "consumer";

    public static string Person(Guid key) => Encode("PEOPLE", key.ToString());

    public static string Organisation(string key) => Encode("ORGANIZATION", key);

    public static string Room(Guid key) => Encode("ROOM", key.ToString());

    public static string Message(Guid key) => Encode("MESSAGE", key.ToString());

    public static string Membership(Guid person, Guid room) => Encode("MEMBERSHIP", $"{person}:{room}");

    public static string AttachmentAction(Guid key) => Encode("ATTACHMENT_ACTION", key.ToString());

    public static string Webhook(Guid key) => Encode("WEBHOOK", key.ToString());

    public static string Application(string key) => Encode("APPLICATION", key);

    public static string Authorization(Guid key) => Encode("AUTHORIZATION", key.ToString());

    public static string Event(Guid key) => Encode("EVENT", key.ToString());

    public static string AuditEvent(Guid key) => Encode("ADMIN_AUDIT_EVENT", key.ToString());

    public static string Role(string key) => Encode("ROLE", key);

    public static string Licence(string organisation, string kind) => Encode("LICENSE", $"{organisation}:{kind}");

    public static string Team(Guid key) => Encode("TEAM", key.ToString());

    public static string TeamMembership(Guid person, Guid team) => Encode("TEAM_MEMBERSHIP", $"{person}:{team}");

    public static string RoomTab(Guid key) => Encode("ROOM_TAB", key.ToString());

    public static string Classification(Guid key) => Encode("CLASSIFICATION", key.ToString());

    /// <summary>The file of a message; there is one at most, so its index is 0.</summary>
    public static string Content(Guid message) => Encode("CONTENT", $"{message}/0");

    /// <summary>Whose file it is: the message's key.</summary>
    public static Guid? ReadContent(string? id) =>
        PartsOf(id) is ["ciscospark:", "", _, "CONTENT", var key, "0"] && Guid.TryParseExact(key, "D", out var message) ? message : null;

    /// <summary>
    /// Reads an identifier of one type, or a bare UUID, which some operations of Webex take as well. The cluster is not
    /// compared: rooms of other regions carry long ones.
    /// </summary>
    public static Guid? Read(string type, string? id) =>
        Guid.TryParseExact(id, "D", out var bare) ? bare
        : Guid.TryParseExact(KeyOf(type, id), "D", out var key) ? key
        : null;

    /// <summary>A membership is the pair person:room, so the same person in the same room has the same one again.</summary>
    public static (Guid Person, Guid Room)? ReadMembership(string? id) => ReadPair("MEMBERSHIP", id);

    public static (Guid Person, Guid Team)? ReadTeamMembership(string? id) => ReadPair("TEAM_MEMBERSHIP", id);

    private static (Guid, Guid)? ReadPair(string type, string? id) =>
        (KeyOf(type, id) ?? id)?.Split(':') is [var person, var room]
        && Guid.TryParseExact(person, "D", out var personKey)
        && Guid.TryParseExact(room, "D", out var roomKey)
            ? (personKey, roomKey)
            : null;

    private static string Encode(string type, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"ciscospark://us/{type}/{key}"));

    private static string? KeyOf(string type, string? id) =>
        PartsOf(id) is ["ciscospark:", "", _, var found, var key] && found == type ? key : null;

    private static string[]? PartsOf(string? id) =>
        id is { Length: > 0 and <= 300 } && Base64Url.IsValid(id) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split('/') : null;
}
