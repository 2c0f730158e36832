using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>Tells a client that its call still goes on, so that it does not give up. It is told at most every five seconds, and not waited for.</summary>
internal sealed class ProgressNotes(McpServer server, ProgressToken token) : IProgress<string>
{
    private const int Every = 5;

    private int _reports;

    public static ProgressNotes? For(McpServer server, ProgressToken? token) => token is { } wanted ? new ProgressNotes(server, wanted) : null;

    public void Report(string value)
    {
        var reports = Interlocked.Increment(ref _reports);
        if (reports % Every == 1)
            _ = SendAsync(reports, value, CancellationToken.None);
    }

    private async Task SendAsync(int reports, string value, CancellationToken cancellationToken)
    {
        try
        {
            await server.NotifyProgressAsync(token, new ProgressNotificationValue { Progress = reports, Message = value }, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Nobody listens any more; the call itself finds out.
        }
    }
}
