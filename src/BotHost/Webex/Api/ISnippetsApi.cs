using Refit;

namespace BotHost.Webex;

/// <summary>The utterances of transcripts.</summary>
internal interface ISnippetsApi : IPages<Snippet>
{
    [Get("meetingTranscripts/{transcriptId}/snippets/{snippetId}")]
    Task<Snippet> GetAsync(TranscriptId transcriptId, SnippetId snippetId, CancellationToken cancellationToken);

    [Put("meetingTranscripts/{transcriptId}/snippets/{snippetId}")]
    Task<Snippet> UpdateAsync(TranscriptId transcriptId, SnippetId snippetId, [Body] SnippetUpdate update, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="SnippetsApi.ListAsync"/> gives them all.</summary>
    [Get("meetingTranscripts/{transcriptId}/snippets")]
    Task<Page<Snippet>> ListPageAsync(TranscriptId transcriptId, [Query] int? max, CancellationToken cancellationToken);
}
