#pragma warning disable MCP9006 // As in McpServices: for clients with sessions.
using System.Net.ServerSentEvents;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>
/// Keeps the answers of a session for a client that lost its connection. Who comes back is kept until the answer is there, also where it was told to come back later and came
/// at once: to be sent away with nothing would look like the end.
/// </summary>
internal sealed class AnswerStore(DistributedCacheEventStreamStore store) : ISseEventStreamStore
{
    public async ValueTask<ISseEventStreamWriter> CreateStreamAsync(SseEventStreamOptions options, CancellationToken cancellationToken) =>
        new Writer(await store.CreateStreamAsync(options, cancellationToken).ConfigureAwait(false));

    public ValueTask<ISseEventStreamReader?> GetStreamReaderAsync(string lastEventId, CancellationToken cancellationToken) => store.GetStreamReaderAsync(lastEventId, cancellationToken);

    private sealed class Writer(ISseEventStreamWriter writer) : ISseEventStreamWriter
    {
        /// <summary>A stream that is polled would end for its reader with what there is.</summary>
        public ValueTask SetModeAsync(SseEventStreamMode mode, CancellationToken cancellationToken) => default;

        public ValueTask<SseItem<JsonRpcMessage?>> WriteEventAsync(SseItem<JsonRpcMessage?> sseItem, CancellationToken cancellationToken) =>
            writer.WriteEventAsync(sseItem, cancellationToken);

        public ValueTask DisposeAsync() => writer.DisposeAsync();
    }
}
