namespace BotHost.Webex;

internal static class SnippetsApi
{
    /// <summary>Lists a transcript's utterances.</summary>
    public static IAsyncEnumerable<Snippet> ListAsync(
        this ISnippetsApi snippets, TranscriptId transcriptId, int? max = null, CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max);
        return snippets.AllAsync(ct => snippets.ListPageAsync(transcriptId, max, ct), cancellationToken);
    }
}
