using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>Who is invited to meetings, and who was there.</summary>
internal static class AttendanceOperations
{
    private const string Ranges = "&meetingStartTimeFrom=2026-01-01T00:00:00Z&meetingStartTimeTo=2027-01-01T00:00:00Z&hostEmail=carol@example.com";

    public static readonly Operation[] All =
    [
        new("GET", "meetingInvitees", "meetingId max hostEmail panelist cursor", "meetingId={meeting}")
        {
            { 400, Required("meetingId"), new { meetingId = Nothing } },
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" } },
            { 200, null, new { panelist = "true" } },
            Flags("panelist"),
            OfOthers("hostEmail"),
            Paging,
        },
        Inviting(new("POST", "meetingInvitees", "meetingId email displayName coHost hostEmail sendEmail panelist", body: """{"meetingId":"{meeting}","email":"erin@example.com"}""")
        {
            { 400, Invalid("email"), new { email = Nothing }, new { email = "no address" } },
            NoTexts("email", "displayName"),
            NoFlags("coHost", "panelist", "sendEmail"),
            { 400, Invalid("displayName"), new { displayName = new string('x', 129) } },
            { 409, null, new { email = "bob@example.com" }, new { email = "BOB@example.com" } },
        }),
        Inviting(new("POST", "meetingInvitees/bulkInsert", "meetingId hostEmail items", body: """{"meetingId":"{meeting}","items":[{"email":"frank@example.com"}]}""")
        {
            NoLists("items"),
            { 400, Invalid("items"), new { items = Nothing }, new { items = new JsonArray() }, new { items = Many(101) } },
            { 400, Invalid("email"), new { items = new JsonArray(new JsonObject()) } },
            { 409, null, new { items = Many(2, "same@example.com") }, new { items = Many(1, "bob@example.com") } },
        }),
        new("GET", "meetingInvitees/{meetingInviteeId}", "hostEmail", "meetingInviteeId={invitee}")
        {
            { 404, NotFound, new { meetingInviteeId = "nobody" }, new { meetingInviteeId = "{meeting}_99" }, new { meetingInviteeId = "{bobsMeeting}_1" } },
            OfOthers("hostEmail"),
        },
        new("PUT", "meetingInvitees/{meetingInviteeId}", "email displayName coHost hostEmail sendEmail panelist", "meetingInviteeId={invitee}", """{"email":"bob@example.com"}""")
        {
            { 404, NotFound, new { meetingInviteeId = "nobody" }, new { meetingInviteeId = "{meeting}_99" }, new { meetingInviteeId = "{bobsMeeting}_1" } },
            { 403, null, new { meetingInviteeId = "{joinedMeeting}_1" } },
            NoTexts("email", "displayName", "hostEmail"),
            NoFlags("coHost", "panelist", "sendEmail"),
            { 400, Invalid("email"), new { email = Nothing }, new { email = "no address" } },
            { 400, Invalid("displayName"), new { displayName = new string('x', 129) } },
            { 409, null, new { email = "dave@elsewhere.example" } },
            OfOthers("hostEmail"),
        },
        new("DELETE", "meetingInvitees/{meetingInviteeId}", "hostEmail sendEmail", "meetingInviteeId={invitee}")
        {
            { 404, NotFound, new { meetingInviteeId = "nobody" }, new { meetingInviteeId = "{meeting}_99" }, new { meetingInviteeId = "{bobsMeeting}_1" } },
            { 403, null, new { meetingInviteeId = "{joinedMeeting}_1" } },
            Flags("sendEmail"),
            OfOthers("hostEmail"),
        },
        Listing(new("GET", "meetingParticipants", "max meetingId breakoutSessionId meetingStartTimeFrom meetingStartTimeTo hostEmail joinTimeFrom joinTimeTo cursor", "meetingId={ended}")
        {
            Times("joinTimeFrom", "joinTimeTo"),
            { 200, null, new { breakoutSessionId = "nobodys" }, new { joinTimeFrom = "2027-01-01T00:00:00Z" }, new { joinTimeTo = "2026-01-01T00:00:00Z" } },
            Paging,
        }),
        Listing(new("POST", "meetingParticipants/query", "meetingId meetingStartTimeFrom meetingStartTimeTo hostEmail emails joinTimeFrom joinTimeTo",
            "meetingId={ended}" + Ranges, """{"emails":["bob@example.com"]}""")
        {
            NoTexts("joinTimeFrom", "joinTimeTo"),
            NoLists("emails"),
            { 400, Invalid("joinTimeFrom"), new { joinTimeFrom = "yesterday" } },
            { 400, Invalid("joinTimeTo"), new { joinTimeTo = "yesterday" } },
            { 200, null, new { emails = new JsonArray("nobody@example.com") } },
        }),
        new("GET", "meetingParticipants/{participantId}", "hostEmail", "participantId={participant}")
        {
            { 404, NotFound, new { participantId = "nobody" }, new { participantId = "{running}_nobody" }, new { participantId = "{bobsParticipant}" } },
            { 403, null, new { participantId = "{joinedParticipant}" } },
            OfOthers("hostEmail"),
        },
        new("PUT", "meetingParticipants/{participantId}", "muted admit expel", "participantId={participant}", """{"muted":true}""")
        {
            { 404, NotFound, new { participantId = "nobody" }, new { participantId = "{bobsParticipant}" } },
            { 403, null, new { participantId = "{joinedParticipant}" } },
            { 400, null, new { participantId = "{leftParticipant}" } },
            NoFlags("muted", "admit", "expel"),
        },
        new("POST", "meetingParticipants/admit", "items", body: """{"items":[{"participantId":"{waiting}"}]}""", success: 204)
        {
            NoLists("items"),
            { 400, Invalid("items"), new { items = Nothing }, new { items = new JsonArray() } },
            { 400, Invalid("participantId"), new { items = new JsonArray(new JsonObject()) } },
            { 404, NotFound, new { items = JsonNode.Parse("""[{"participantId":"nobody"}]""")! } },
        },
        new("POST", "meetingParticipants/callout", "meetingId meetingNumber address addressType invitationCorrelationId displayName",
            body: """{"meetingId":"{runningSeries}","address":"sip:dx80@example.com","displayName":"DX80"}""")
        {
            NoTexts("meetingId", "meetingNumber", "address", "addressType", "invitationCorrelationId", "displayName"),
            { 400, null, new { meetingId = Nothing }, new { meetingNumber = "{number}" }, new { meetingId = "{meeting}" } },
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { meetingId = Nothing, meetingNumber = "1" } },
            { 403, null, new { meetingId = "{joinedMeeting}" } },
            { 400, Invalid("address"), new { address = Nothing } },
            { 400, Invalid("addressType"), new { addressType = "pigeon" } },
            { 400, Invalid("displayName"), new { displayName = Nothing }, new { displayName = new string('x', 33) } },
            { 400, Invalid("invitationCorrelationId"), new { invitationCorrelationId = "mine" }, new { invitationCorrelationId = "871AB255-64e6-4cd2-a5af-d33953898356" } },
        },
        new("POST", "meetingParticipants/cancelCallout", "participantId", body: """{"participantId":"{ringing}"}""", success: 204)
        {
            NoTexts("participantId"),
            { 400, Invalid("participantId"), new { participantId = Nothing } },
            { 404, NotFound, new { participantId = "nobody" }, new { participantId = "{bobsParticipant}" }, new { participantId = "{running}_nobody" } },
            { 403, null, new { participantId = "{joinedParticipant}" } },
            { 400, null, new { participantId = "{participant}" } },
        },
    ];

    private static JsonArray Many(int count, string? email = null) =>
        new([.. Enumerable.Range(0, count).Select(number => new JsonObject { ["email"] = email ?? $"guest{number}@example.com" })]);

    private static Operation Inviting(Operation operation)
    {
        operation.Add(NoTexts("meetingId", "hostEmail"));
        operation.Add(400, Invalid("meetingId"), new { meetingId = Nothing });
        operation.Add(NoMeeting("meetingId"));
        operation.Add(404, NotFound, new { meetingId = "{bobsMeeting}" });
        operation.Add(403, null, new { meetingId = "{joinedMeeting}" });
        operation.Add(400, null, new { meetingId = "{ended}" }, new { meetingId = "{adhoc}" });
        operation.Add(OfOthers("hostEmail"));
        return operation;
    }

    private static Operation Listing(Operation operation)
    {
        operation.Add(400, Required("meetingId"), new { meetingId = Nothing });
        operation.Add(NoMeeting("meetingId"));
        operation.Add(404, NotFound, new { meetingId = "{bobsMeeting}" });
        operation.Add(403, null, new { meetingId = "{joinedMeeting}" });
        operation.Add(200, null, new { meetingId = "{meeting}" });
        operation.Add(Times("meetingStartTimeFrom", "meetingStartTimeTo"));
        operation.Add(OfOthers("hostEmail"));
        return operation;
    }
}
