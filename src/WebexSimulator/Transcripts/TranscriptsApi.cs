using WebexSimulator.Http;
using WebexSimulator.Meetings;

namespace WebexSimulator.Transcripts;

internal static class TranscriptsApi
{
    public static void MapTranscripts(this IEndpointRouteBuilder api)
    {
        var transcripts = api.ServiceProvider.GetRequiredService<TranscriptRules>();
        api.Get("/meetingTranscripts", call => Answers.List(transcripts.List(call)));
        api.Get("/meetingTranscripts/{transcriptId}/download", call =>
        {
            var isPlain = MeetingCall.Choice(call, "format", ["vtt", "txt"]) is "txt";
            return Results.Text(transcripts.Download(call, isPlain), isPlain ? "text/plain" : "text/vtt");
        });
        api.Get("/meetingTranscripts/{transcriptId}/snippets", call => Answers.List(transcripts.Snippets(call)));
        api.Get("/meetingTranscripts/{transcriptId}/snippets/{snippetId}", call => Answers.Ok(transcripts.Snippet(call)));
        api.Put("/meetingTranscripts/{transcriptId}/snippets/{snippetId}", (call, body) => Answers.Ok(transcripts.Rewrite(call, body)));
        api.Delete("/meetingTranscripts/{transcriptId}", transcripts.Delete);
    }
}
