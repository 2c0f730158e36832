using System.Diagnostics.Metrics;
using System.Net;

namespace BotHost.Hooks;

/// <summary>Counts what became of deliveries to hooks, and tells the log of those that an operator may have to do something about.</summary>
internal sealed partial class HookCounters(IMeterFactory meters, TimeProvider time, ILogger<HookCounters> logger)
{
    private readonly Counter<long> _received = meters.Create("BotHost").CreateCounter<long>(
        "bothost.hooks.received", "{delivery}", "Deliveries to hooks, by what became of them");
    private readonly OnceAMinute _log = new(time);

    public void Refused(IPAddress? from)
    {
        Count("refused");
        if (_log.May("refused"))
            Log.Refused(logger, from);
    }

    public void NotStored(Exception error)
    {
        Count("failed");
        if (_log.May("failed"))
            Log.NotStored(logger, error);
    }

    public void Count(string outcome) => _received.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Refused a delivery to a hook from {From}: there is no such hook, or its secret is another. If a program should be "
            + "able to post, give it a new secret with `subscribe rotate` (said once a minute at most)")]
        public static partial void Refused(ILogger logger, IPAddress? from);

        [LoggerMessage(LogLevel.Error, "A delivery to a hook could not be stored and was answered 503. Check the disk and the store (said once a minute at most)")]
        public static partial void NotStored(ILogger logger, Exception error);
    }
}
