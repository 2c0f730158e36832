using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>Notices what other hosts and the settings changed while no agent calls, so that whoever shows agents their tools is told within a second.</summary>
internal sealed partial class AgentWatch(AgentDirectory agents, IStoreEngine engine, IOptionsMonitor<AgentOptions> options, TimeProvider time, ILogger<AgentWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = options.OnChange(_ => Look());
        if (!engine.IsShared)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(false);
            return;
        }

        using var second = new PeriodicTimer(Interval, time);
        do
            Look();
        while (await second.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private void Look()
    {
        try
        {
            agents.Refresh();
        }
        catch (StoreException e)
        {
            Log.Failed(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "What agents may do cannot be read ({Reason}); tried again each second. Until then they are refused")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
