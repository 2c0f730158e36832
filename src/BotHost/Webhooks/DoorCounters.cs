using System.Diagnostics.Metrics;
using System.Net;

namespace BotHost.Webhooks;

/// <summary>Counts what the door did, and says so in the log no more than once a minute a kind: a flood of forgeries must not flood the log.</summary>
internal sealed partial class DoorCounters(IMeterFactory meters, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Counter<long> _received = meters.Create("BotHost").CreateCounter<long>(
        "bothost.webhooks.received", "{webhook}", "Webhooks received, by what became of them");
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _lastLogged = [];

    /// <summary>Counts a forged or unsigned request and returns its answer, 401.</summary>
    /// <param name="from">Who sent it, for the log; behind a reverse proxy, as far as the proxy is trusted.</param>
    public int Refused(ILogger logger, SignatureResult result, IPAddress? from = null)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
        if (MayLog(result.ToString()))
            Log.Refused(logger, from, result);
        return StatusCodes.Status401Unauthorized;
    }

    public void Quarantined(ILogger logger)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", "quarantined"));
        if (MayLog("quarantined"))
            Log.Quarantined(logger);
    }

    public void Stored(bool isNew) =>
        _received.Add(1, new KeyValuePair<string, object?>("outcome", isNew ? "stored" : "repeated"));

    /// <summary>Counts a genuine delivery that could not be stored and returns its answer, 503.</summary>
    public int NotStored(ILogger logger, Exception error)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
        // Above all while the disk is full, the log must not fill it.
        if (MayLog("failed"))
            Log.NotStored(logger, error);
        return StatusCodes.Status503ServiceUnavailable;
    }

    private bool MayLog(string kind)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (_lastLogged.TryGetValue(kind, out var last) && time.GetElapsedTime(last, now) < Quiet)
                return false;
            _lastLogged[kind] = now;
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Refused a webhook from {From}: its signature is {Result}. If Webex sent it, Webex:WebhookSecrets lacks "
            + "the secret it signs with (said once a minute at most)")]
        public static partial void Refused(ILogger logger, IPAddress? from, SignatureResult result);

        [LoggerMessage(LogLevel.Warning, "Quarantined a genuine webhook that could not be read (said once a minute at most)")]
        public static partial void Quarantined(ILogger logger);

        [LoggerMessage(LogLevel.Error, "A genuine webhook could not be stored and was answered 503. Check the disk and the store's file "
            + "(said once a minute at most)")]
        public static partial void NotStored(ILogger logger, Exception error);
    }
}
