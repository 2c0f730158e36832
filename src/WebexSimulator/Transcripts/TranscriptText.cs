using System.Globalization;
using System.Text;
using WebexSimulator.Model;

namespace WebexSimulator.Transcripts;

/// <summary>A transcript as a file: WebVTT, as it is shown under a film, or plain text.</summary>
internal static class TranscriptText
{
    public static string Vtt(Transcript transcript)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var (index, snippet) in transcript.Snippets.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{index + 1} \"{snippet.PersonName}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"{Time(snippet.Offset)} --> {Time(snippet.Offset + snippet.Duration)}\n{snippet.Text}\n");
        }
        return text.ToString();
    }

    public static string Plain(Transcript transcript) => string.Concat(transcript.Snippets.Select(snippet => $"{snippet.PersonName}: {snippet.Text}\n"));

    private static string Time(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
