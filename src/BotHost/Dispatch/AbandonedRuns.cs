using System.Collections.Concurrent;

namespace BotHost.Dispatch;

/// <summary>
/// Handlers that were given up and still run. Each holds a thread or worse: a route with many of them is switched off until some
/// have ended.
/// </summary>
internal sealed partial class AbandonedRuns(ILogger<AbandonedRuns> logger)
{
    /// <summary>So many of one route at a time are no accident any more.</summary>
    private const int Most = 10;

    private readonly ConcurrentDictionary<string, int> _running = new(StringComparer.Ordinal);

    public bool IsOff(string route) => _running.TryGetValue(route, out var running) && running >= Most;

    /// <summary>Counts a run that was given up, until it ends.</summary>
    public void Count(string route, Task run)
    {
        if (_running.AddOrUpdate(route, 1, (_, running) => running + 1) == Most)
            Log.SwitchedOff(logger, route, Most);
        _ = run.ContinueWith(
            _ => _running.AddOrUpdate(route, 0, (_, running) => running - 1), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The route {Route} is switched off: {Number} of its runs were given up and still go on. Have its handler honour its "
            + "cancellation token, and restart")]
        public static partial void SwitchedOff(ILogger logger, string route, int number);
    }
}
