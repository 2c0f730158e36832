using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>Hands one agent's messages on to a host that runs, and brings back its answers: the store stays with its one writer.</summary>
internal static class StdioProxy
{
    /// <summary>Runs until the input ends, and what was asked is answered.</summary>
    public static async Task RunAsync(Uri host, string key, Stream input, Stream output, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        await using var there = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = host,
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
            },
            http, logs);
        await using var near = new StreamServerTransport(input, output, "BotHost", logs);
        await using var far = await there.ConnectAsync(cancellationToken).ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var down = DownAsync(far, near, ended.Token);
        await UpAsync(near, far, cancellationToken).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await down.ConfigureAwait(false);
    }

    private static async Task UpAsync(ITransport near, ITransport far, CancellationToken cancellationToken)
    {
        var underWay = new HashSet<Task>();
        await foreach (var message in near.MessageReader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var sent = SendAsync(message, near, far, cancellationToken);
            // Before it is answered there is no session to send anything else in. After that one call need not wait for another.
            if (message is JsonRpcRequest { Method: RequestMethods.Initialize })
                await sent.ConfigureAwait(false);
            underWay.RemoveWhere(task => task.IsCompleted);
            underWay.Add(sent);
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
    }

    private static async Task SendAsync(JsonRpcMessage message, ITransport near, ITransport far, CancellationToken cancellationToken)
    {
        try
        {
            await far.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or McpException)
        {
            // Who asked is told; whoever only said something would not listen.
            if (message is JsonRpcRequest request)
                await near.SendMessageAsync(
                    new JsonRpcError
                    {
                        Id = request.Id,
                        Error = new JsonRpcErrorDetail { Code = (int)McpErrorCode.InternalError, Message = $"The host did not answer ({Reason(e)}). Look whether it runs, and whether the key is right." },
                    },
                    cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Reason(Exception e) => e is HttpRequestException { StatusCode: { } status } ? $"{(int)status}" : e.GetType().Name;

    private static async Task DownAsync(ITransport far, ITransport near, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in far.MessageReader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                await near.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The agent is gone.
        }
    }
}
