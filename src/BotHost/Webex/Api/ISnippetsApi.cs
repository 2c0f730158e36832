using RestEase;

namespace BotHost.Webex;

/// <summary>The utterances of transcripts.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface ISnippetsApi : IPages<Snippet>
{
    [Get("meetingTranscripts/{transcriptId}/snippets/{snippetId}")]
    Task<Snippet> GetAsync([Path] TranscriptId transcriptId, [Path] SnippetId snippetId, CancellationToken cancellationToken);

    [Put("meetingTranscripts/{transcriptId}/snippets/{snippetId}")]
    Task<Snippet> UpdateAsync([Path] TranscriptId transcriptId, [Path] SnippetId snippetId, [Body] SnippetUpdate update, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="SnippetsApi.ListAsync"/> gives them all.</summary>
    [Get("meetingTranscripts/{transcriptId}/snippets")]
    Task<Response<Page<Snippet>>> ListPageAsync([Path] TranscriptId transcriptId, [Query] int? max, CancellationToken cancellationToken);
}
