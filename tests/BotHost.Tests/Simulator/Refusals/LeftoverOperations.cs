using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>What is left of meetings: recordings, transcripts, summaries.</summary>
internal static class LeftoverOperations
{
    private static readonly Wrong[] WrongReasons =
    [
        new(400, Malformed, new { reason = 5 }, "", Body: """{"reason":5}"""),
        new(400, Malformed, new { comment = 5 }, "", Body: """{"comment":5}"""),
        new(400, Invalid("comment"), new { comment = "long" }, "", Body: $$"""{"comment":"{{new string('x', 256)}}"}"""),
    ];

    public static readonly Operation[] All =
    [
        new("GET", "recordings", "max from to meetingId hostEmail siteUrl integrationTag topic format serviceType status cursor")
        {
            Times("from", "to"),
            { 400, Invalid("from"), new { from = "2026-03-05T00:00:00Z", to = "2026-03-04T00:00:00Z" } },
            { 200, null, new { meetingId = "nobodys" }, new { meetingId = "{bobsHeld}" }, new { siteUrl = "elsewhere.webex.example" }, new { integrationTag = "nobodys" } },
            { 200, null, new { topic = "nothing" }, new { format = "ARF" }, new { serviceType = "EventCenter" }, new { status = "deleted" }, new { status = "purged" } },
            { 400, Invalid("format"), new { format = "MP3" } },
            { 400, Invalid("serviceType"), new { serviceType = "Theatre" } },
            { 400, Invalid("status"), new { status = "lost" } },
            OfOthers("hostEmail"),
            Paging,
        },
        new("GET", "recordings/{recordingId}", "hostEmail", "recordingId={recording}")
        {
            { 404, NotFound, new { recordingId = "nobodys" }, new { recordingId = "{bobsRecording}" }, new { recordingId = "{meeting}" } },
            OfOthers("hostEmail"),
        },
        new("POST", "recordings/{recordingId}/accessList", "hostEmail addEmails removeEmails sendEmail", "recordingId={recording}", """{"addEmails":["bob@example.com"]}""", success: 204)
        {
            { 404, NotFound, new { recordingId = "nobodys" }, new { recordingId = "{bobsRecording}" } },
            { 403, null, new { recordingId = "{sharedRecording}" } },
            NoLists("addEmails", "removeEmails"),
            NoTexts("hostEmail"),
            NoFlags("sendEmail"),
            { 400, Invalid("addEmails"), new { addEmails = new JsonArray("no address") }, new { addEmails = new JsonArray([.. Enumerable.Repeat("a@b.c", 101).Select(email => JsonValue.Create(email))]) } },
            { 400, Invalid("removeEmails"), new { removeEmails = new JsonArray("no address") } },
            OfOthers("hostEmail"),
        },
        new("DELETE", "recordings/{recordingId}", "hostEmail reason comment", "recordingId={recording}")
        {
            { 404, NotFound, new { recordingId = "nobodys" }, new { recordingId = "{bobsRecording}" } },
            { 403, null, new { recordingId = "{sharedRecording}" } },
            OfOthers("hostEmail"),
            WrongReasons,
        },
        new("GET", "meetingTranscripts", "max from to meetingId hostEmail siteUrl cursor")
        {
            Times("from", "to"),
            { 400, Invalid("from"), new { from = "2026-03-05T00:00:00Z", to = "2026-03-04T00:00:00Z" } },
            { 200, null, new { meetingId = "nobodys" }, new { meetingId = "{bobsHeld}" }, new { siteUrl = "elsewhere.webex.example" } },
            OfOthers("hostEmail"),
            Paging,
        },
        new("GET", "meetingTranscripts/{transcriptId}/download", "format hostEmail", "transcriptId={transcript}")
        {
            { 404, NotFound, new { transcriptId = "nobodys" }, new { transcriptId = "{bobsTranscript}" } },
            { 400, Invalid("format"), new { format = "doc" } },
            OfOthers("hostEmail"),
        },
        new("GET", "meetingTranscripts/{transcriptId}/snippets", "max cursor", "transcriptId={transcript}")
        {
            { 404, NotFound, new { transcriptId = "nobodys" }, new { transcriptId = "{bobsTranscript}" } },
            Paging,
        },
        new("GET", "meetingTranscripts/{transcriptId}/snippets/{snippetId}", arguments: "transcriptId={transcript}&snippetId={transcript}_00001")
        {
            { 404, NotFound, new { transcriptId = "nobodys" }, new { transcriptId = "{bobsTranscript}" }, new { snippetId = "{transcript}_00099" }, new { snippetId = "nobodys" } },
        },
        new("PUT", "meetingTranscripts/{transcriptId}/snippets/{snippetId}", "reason text", "transcriptId={transcript}&snippetId={transcript}_00001", """{"text":"Hello"}""")
        {
            { 404, NotFound, new { transcriptId = "nobodys" }, new { transcriptId = "{bobsTranscript}" }, new { snippetId = "{transcript}_00099" } },
            NoTexts("text", "reason"),
            { 400, Invalid("text"), new { text = Nothing }, new { text = "" } },
        },
        new("DELETE", "meetingTranscripts/{transcriptId}", "reason comment", "transcriptId={transcript}")
        {
            { 404, NotFound, new { transcriptId = "nobodys" }, new { transcriptId = "{bobsTranscript}" } },
            WrongReasons,
        },
        new("GET", "meetingSummaries", "meetingId", "meetingId={ended}")
        {
            { 400, Required("meetingId"), new { meetingId = Nothing } },
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsHeld}" } },
            { 400, null, new { meetingId = "{meeting}" }, new { meetingId = "{occurrence}" }, new { meetingId = "{running}" } },
        },
        new("DELETE", "meetingSummaries/{summaryId}", arguments: "summaryId={summary}")
        {
            { 404, NotFound, new { summaryId = "nobodys" }, new { summaryId = "{bobsSummary}" } },
            { 403, null, new { summaryId = "{joinedSummary}" } },
        },
    ];
}
