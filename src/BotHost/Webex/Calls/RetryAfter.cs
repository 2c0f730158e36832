using System.Globalization;
using System.Net;

namespace BotHost.Webex;

/// <summary>Reads <c>Retry-After</c>: seconds or a date, and whatever else arrives in its place.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan WhenUnclear = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long to leave Webex alone: at least a second, at most <paramref name="most"/>, and 15 s where a 429 or 423 does not say
    /// or cannot be understood. Null for other answers that do not ask.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeSpan most, TimeProvider time)
    {
        var asked = response.Headers.Text("Retry-After");
        if (asked is null && response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.Locked))
            return null;

        var seconds = Seconds(asked, response, time) ?? WhenUnclear.TotalSeconds;
        return TimeSpan.FromSeconds(Math.Clamp(seconds, Least.TotalSeconds, most.TotalSeconds));
    }

    private static double? Seconds(string? asked, HttpResponseMessage response, TimeProvider time)
    {
        if (double.TryParse(asked, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return double.IsNaN(seconds) ? null : seconds;

        // Held against Webex's own clock where the answer tells it: ours may be days off.
        return DateTimeOffset.TryParseExact(asked, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? (date - (response.Headers.Date ?? time.GetUtcNow())).TotalSeconds
            : null;
    }
}
