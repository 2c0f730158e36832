using System.Diagnostics.Metrics;
using System.Net;

namespace BotHost.Webhooks;

/// <summary>Counts what the door did, and says so in the log no more than once a minute a kind: a flood of forgeries must not flood the log.</summary>
internal sealed partial class DoorCounters(IMeterFactory meters, TimeProvider time)
{
    private readonly Counter<long> _received = meters.Create("BotHost").CreateCounter<long>(
        "bothost.webhooks.received", "{webhook}", "Webhooks received, by what became of them");
    private readonly OnceAMinute _log = new(time);

    /// <summary>Counts a forged or unsigned request and returns its answer, 401.</summary>
    /// <param name="from">Who sent it, for the log; behind a reverse proxy, as far as the proxy is trusted.</param>
    public int Refused(ILogger logger, SignatureResult result, IPAddress? from = null)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
        if (_log.May(result.ToString()))
            Log.Refused(logger, from, result);
        return StatusCodes.Status401Unauthorized;
    }

    public void Quarantined(ILogger logger)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", "quarantined"));
        if (_log.May("quarantined"))
            Log.Quarantined(logger);
    }

    public void Stored(bool isNew) =>
        _received.Add(1, new KeyValuePair<string, object?>("outcome", isNew ? "stored" : "repeated"));

    /// <summary>Counts a genuine delivery that could not be stored and returns its answer, 503.</summary>
    public int NotStored(ILogger logger, Exception error)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
        // Above all while the disk is full, the log must not fill it.
        if (_log.May("failed"))
            Log.NotStored(logger, error);
        return StatusCodes.Status503ServiceUnavailable;
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
