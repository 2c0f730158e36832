using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class MeetingOperations
{
    private const string Planned = """{"title":"Daily","start":"2026-03-02T10:00:00Z","end":"2026-03-02T11:00:00Z"}""";
    private const string Retitled = """{"title":"Daily"}""";
    private const string Flagged =
        "sendEmail enabledAutoRecordMeeting allowAnyUserToBeCoHost enabledJoinBeforeHost enableConnectAudioBeforeHost excludePassword publicMeeting enabledWebcastView "
        + "enableAutomaticLock allowFirstUserToBeCoHost allowAuthenticatedDevices enabledBreakoutSessions enabledAudioWatermark enabledVisualWatermark "
        + "requireAttendeeLogin restrictToInvitees enabledLiveStream";
    private const string Written = "title agenda password start end timezone recurrence unlockedMeetingJoinSecurity panelistPassword hostEmail";
    private const string Counted = "joinBeforeHostMinutes reminderTime sessionTypeId automaticLockMinutes visualWatermarkOpacity";
    private const string Nested = "meetingOptions attendeePrivileges audioConnectionOptions liveStream";
    private const string Changeable = $"{Written} {Flagged} {Counted} {Nested} trackingCodes integrationTags";

    private static readonly string[] Traits = ["hasChat", "hasRecording", "hasTranscription", "hasSummary", "hasClosedCaption", "hasPolls", "hasQA", "hasSlido"];

    public static readonly Operation[] All =
    [
        new("GET", "meetings", "meetingNumber webLink roomId meetingSeriesId max from to meetingType state scheduledType isModified hasChat hasRecording hasTranscription "
            + "hasSummary hasClosedCaption hasPolls hasQA hasSlido current hostEmail siteUrl integrationTag cursor")
        {
            { 200, null, new { meetingNumber = "123456789" }, new { webLink = "https://example.com/" }, new { meetingNumber = "{bobsNumber}" } },
            { 400, null, new { meetingNumber = "{number}", webLink = "{webLink}" }, new { meetingNumber = "{number}", roomId = "{room}" } },
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" } },
            NoMeeting("meetingSeriesId"),
            { 404, NotFound, new { meetingSeriesId = "{bobsMeeting}" }, new { meetingSeriesId = "{occurrence}" } },
            Times("from", "to"),
            { 400, Invalid("from"), new { from = "2026-03-05T00:00:00Z", to = "2026-03-04T00:00:00Z" } },
            { 400, Invalid("meetingType"), new { meetingType = "Meeting" } },
            { 400, Invalid("state"), new { state = "over" } },
            { 400, Invalid("scheduledType"), new { scheduledType = "dance" } },
            Flags(["isModified", "current", .. Traits]),
            { 400, null, [.. Traits.Select(trait => new Dictionary<string, object> { [trait] = "true" })] },
            { 200, null, new { siteUrl = "elsewhere.webex.example" }, new { integrationTag = "nobodys" }, new { state = "missed" } },
            OfOthers("hostEmail"),
            Paging,
        },
        Scheduling(new("POST", "meetings", $"{Changeable} adhoc roomId templateId scheduledType siteUrl invitees registration simultaneousInterpretation", body: Planned)
        {
            NoTexts("scheduledType", "roomId", "templateId", "siteUrl"),
            NoFlags("adhoc"),
            NoObjects("registration", "simultaneousInterpretation"),
            NoLists("invitees"),
            { 400, Invalid("title"), new { title = Nothing }, new { title = "" } },
            { 400, Invalid("start"), new { start = Nothing } },
            { 400, Invalid("end"), new { end = Nothing } },
            { 400, Invalid("scheduledType"), new { scheduledType = "dance" } },
            { 400, Invalid("siteUrl"), new { siteUrl = "elsewhere.webex.example" } },
            { 400, Invalid("roomId"), new { adhoc = true } },
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" }, new { templateId = "nobodys" } },
            { 400, Invalid("joinBeforeHostMinutes"), new { scheduledType = "webinar", joinBeforeHostMinutes = 5 } },
            { 400, Invalid("email"), new { invitees = new JsonArray(new JsonObject()) }, new { invitees = new JsonArray(new JsonObject { ["email"] = "no address" }) } },
            { 400, Invalid("displayName"), new { invitees = new JsonArray(new JsonObject { ["email"] = "a@b.c", ["displayName"] = new string('x', 129) }) } },
            { 400, Invalid("invitees"), new { invitees = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => new JsonObject { ["email"] = "a@b.c" })]) } },
            { 400, Invalid("enabled"), new { simultaneousInterpretation = new JsonObject() } },
            { 400, Invalid("type"), new { registration = JsonNode.Parse("""{"customizedQuestions":[{"question":"Why?","type":"riddle"}]}""")! } },
            { "foreign", 403, null, new { adhoc = true, roomId = "{sharedRoom}" } },
        }),
        new("GET", "meetings/{meetingId}", "current hostEmail", "meetingId={meeting}")
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { meetingId = "{bobsHeld}" }, new { meetingId = "{meeting}_20260302T110000Z" } },
            { 404, NotFound, new { meetingId = "{meeting}_I_1" } },
            Flags("current"),
            OfOthers("hostEmail"),
        },
        Changing("PUT"),
        Changing("PATCH"),
        new("POST", "meetings/join", "meetingId meetingNumber webLink joinDirectly email displayName password expirationMinutes registrationId hostEmail "
            + "createJoinLinkAsWebLink createStartLinkAsWebLink", body: """{"meetingId":"{meeting}","joinDirectly":false}""")
        {
            NoTexts("meetingId", "meetingNumber", "webLink", "email", "displayName", "password", "registrationId", "hostEmail"),
            NoFlags("joinDirectly", "createJoinLinkAsWebLink", "createStartLinkAsWebLink"),
            NoNumbers("expirationMinutes"),
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { meetingId = Nothing, meetingNumber = "1" }, new { meetingId = Nothing, webLink = "https://example.com/" } },
            { 404, NotFound, new { meetingId = "{bobsMeeting}", password = "wrong" } },
            { 400, null, new { meetingId = Nothing }, new { meetingNumber = "{number}" }, new { webLink = "{webLink}" }, new { meetingId = "{ended}" } },
            { 400, Invalid("expirationMinutes"), new { expirationMinutes = 0 }, new { expirationMinutes = 61 } },
            { 400, Invalid("email"), new { email = "no address" } },
            { 400, Invalid("displayName"), new { displayName = "Bob" }, new { email = "a@b.c", displayName = new string('x', 129) } },
            { 400, null, new { meetingId = "{webinar}" } },
            OfOthers("hostEmail"),
        },
        new("POST", "meetings/reassignHost", "hostEmail meetingIds", body: """{"hostEmail":"bob@example.com","meetingIds":["{spare}"]}""", by: "alice", success: 204)
        {
            NoTexts("hostEmail"),
            NoLists("meetingIds"),
            { 400, Invalid("hostEmail"), new { hostEmail = Nothing } },
            { 400, Invalid("meetingIds"), new { meetingIds = Nothing }, new { meetingIds = new JsonArray() } },
            { 404, NotFound, new { hostEmail = "nobody@example.com" }, new { hostEmail = "dave@elsewhere.example" } },
            { "carol", 403, MissingScope("meeting:admin_schedule_write"), new { } },
        },
        new("POST", "meetings/{meetingId}/end", "reason", "meetingId={endable}", success: 204)
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" } },
            { 403, null, new { meetingId = "{joinedMeeting}" } },
            { 400, null, new { meetingId = "{meeting}" }, new { meetingId = "{ended}" } },
            new Wrong[] { new(400, Malformed, new { reason = 5 }, "", Body: """{"reason":5}""") },
        },
        .. RegistrantOperations.All,
        new("DELETE", "meetings/{meetingId}", "hostEmail sendEmail", "meetingId={meeting}")
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { meetingId = "{meeting}_20260302T110000Z" } },
            { 403, null, new { meetingId = "{joinedMeeting}" } },
            { 400, null, new { meetingId = "{ended}" }, new { meetingId = "{running}" }, new { meetingId = "{adhoc}" } },
            Flags("sendEmail"),
            OfOthers("hostEmail"),
        },
        new("GET", "admin/meetings", "meetingNumber webLink current", "meetingNumber={number}", by: "alice")
        {
            { 400, null, new { meetingNumber = Nothing }, new { webLink = "{webLink}" } },
            { 200, null, new { meetingNumber = "123456789" }, new { meetingNumber = Nothing, webLink = "https://example.com/" }, new { meetingNumber = "{davesNumber}" } },
            Flags("current"),
            { "carol", 403, MissingScope("meeting:admin_schedule_read"), new { } },
        },
        new("GET", "admin/meetings/{meetingId}", "current", "meetingId={meeting}", by: "alice")
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{davesMeeting}" } },
            Flags("current"),
            { "carol", 403, MissingScope("meeting:admin_schedule_read"), new { } },
        },
        new("GET", "meetingPreferences/sites", "userEmail siteUrl") { OfOthers("userEmail"), { "carol", 403, null, new { userEmail = "bob@example.com", siteUrl = "x" } } },
        new("PUT", "meetingPreferences/sites", "defaultSite userEmail siteUrl", "defaultSite=true&userEmail=carol@example.com", """{"siteUrl":"example-com.webex.example"}""")
        {
            Flags("defaultSite"),
            { 400, Invalid("defaultSite"), new { defaultSite = Nothing }, new { defaultSite = "false" } },
            NoTexts("siteUrl"),
            { 400, Invalid("siteUrl"), new { siteUrl = Nothing }, new { siteUrl = "elsewhere.webex.example" } },
            OfOthers("userEmail"),
        },
    ];

    private static Operation Changing(string method) => Scheduling(new(method, "meetings/{meetingId}", Changeable, "meetingId={meeting}", Retitled)
    {
        NoMeeting("meetingId"),
        { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { meetingId = "{meeting}_20260302T110000Z" } },
        { 403, null, new { meetingId = "{joinedMeeting}" } },
        { 400, null, new { meetingId = "{ended}" }, new { meetingId = "{running}" }, new { meetingId = "{adhoc}" } },
    });

    /// <summary>To schedule a meeting and to change one take the same.</summary>
    private static Operation Scheduling(Operation operation)
    {
        operation.Add(NoTexts(Written.Split(' ')));
        operation.Add(NoFlags(Flagged.Split(' ')));
        operation.Add(NoNumbers(Counted.Split(' ')));
        operation.Add(NoObjects(Nested.Split(' ')));
        operation.Add(NoLists("trackingCodes", "integrationTags"));
        operation.Add(400, Invalid("title"), new { title = new string('x', 129) });
        operation.Add(400, Invalid("agenda"), new { agenda = new string('x', 1301) });
        operation.Add(400, Invalid("start"), new { start = "tomorrow" });
        operation.Add(400, Invalid("end"), new { end = "2026-13-01T00:00:00Z" });
        operation.Add(400, Invalid("timezone"), new { timezone = "Middle/Earth" });
        operation.Add(400, BeforeNow, new { start = "2026-02-01T10:00:00Z" }, new { start = "2026-02-01T10:00:00Z", end = "2026-02-01T11:00:00Z" });
        operation.Add(400, null, new { start = "2026-03-02T10:00:00Z", end = "2026-03-02T10:09:00Z" }, new { start = "2026-03-02T10:00:00Z", end = "2026-03-03T10:00:00Z" });
        operation.Add(400, null, new { start = "2036-03-02T10:00:00Z", end = "2036-03-02T11:00:00Z" });
        operation.Add(400, Invalid("recurrence"), new { recurrence = "often" }, new { recurrence = "FREQ=HOURLY" }, new { recurrence = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" });
        operation.Add(400, Invalid("unlockedMeetingJoinSecurity"), new { unlockedMeetingJoinSecurity = "open" });
        operation.Add(400, Invalid("joinBeforeHostMinutes"), new { joinBeforeHostMinutes = 7 });
        operation.Add(400, Invalid("visualWatermarkOpacity"), new { visualWatermarkOpacity = 4 }, new { visualWatermarkOpacity = 81 });
        operation.Add(400, CoHosts, new { allowAnyUserToBeCoHost = true, allowFirstUserToBeCoHost = true });
        operation.Add(400, Invalid("liveStream"), new { enabledLiveStream = true });
        operation.Add(400, Invalid("restrictToInvitees"), new { restrictToInvitees = true, requireAttendeeLogin = false });
        operation.Add(400, Invalid("noteType"), new { meetingOptions = new JsonObject { ["noteType"] = "allowNobody" } });
        operation.Add(400, Malformed, new { attendeePrivileges = new JsonObject { ["enabledAnnotate"] = "perhaps" } });
        operation.Add(400, Invalid("value"), new { trackingCodes = new JsonArray(new JsonObject { ["name"] = "Department" }) });
        operation.Add(400, Invalid("name"), new { trackingCodes = new JsonArray(new JsonObject { ["name"] = "", ["value"] = "Trees" }) });
        operation.Add(400, Invalid("value"), new { trackingCodes = new JsonArray(new JsonObject { ["name"] = "Department", ["value"] = new string('x', 121) }) });
        operation.Add(400, Invalid("integrationTags"), new { integrationTags = new JsonArray("1", "2", "3", "4") }, new { integrationTags = new JsonArray(new string('x', 65)) });
        operation.Add(OfOthers("hostEmail"));
        return operation;
    }
}
