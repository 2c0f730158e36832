using System.Globalization;
using WebexSimulator.Model;

namespace WebexSimulator.Transcripts;

/// <summary>A transcript on the wire. Its links lead to this simulator, and want a token as every call does.</summary>
internal sealed record TranscriptBody(
    string Id, string SiteUrl, string StartTime, string MeetingTopic, string MeetingId, string ScheduledMeetingId, string MeetingSeriesId, string HostUserId,
    string VttDownloadLink, string TxtDownloadLink, string Status);

internal sealed record SnippetBody(string Id, string Text, string PersonName, string PersonEmail, long OffsetMillisecond, long DurationMillisecond)
{
    public static SnippetBody Of(Transcript transcript, int index) => transcript.Snippets[index] is var snippet
        ? new(IdOf(transcript, index), snippet.Text, snippet.PersonName, snippet.PersonEmail, snippet.Offset, snippet.Duration)
        : throw new InvalidOperationException();

    public static string IdOf(Transcript transcript, int index) => string.Create(CultureInfo.InvariantCulture, $"{transcript.Id}_{index + 1:00000}");
}
