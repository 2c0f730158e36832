using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace WebexSimulator.Meetings;

/// <summary>
/// Times of meetings: to the second, in a zone of the IANA data base. The zones are those that recurrences are reckoned with, not those of
/// the machine, which may have none.
/// </summary>
internal static class MeetingTime
{
    public const string Utc = "UTC";

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.ExtendedIso;

    public static bool IsZone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    /// <summary>A time that was sent. One without an offset is of the zone.</summary>
    public static DateTimeOffset? Read(string text, string zone)
    {
        if (Local.Parse(text) is { Success: true } local)
            return local.Value.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset().ToUniversalTime();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Read($"{text}T00:00:00", zone);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
    }

    public static string Write(DateTimeOffset time, string zone)
    {
        var there = Instant.FromDateTimeOffset(time).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset();
        return there.Offset == TimeSpan.Zero
            ? there.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : there.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The minute a time is in.</summary>
    public static DateTimeOffset Minute(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    public static DateTime In(DateTimeOffset time, string zone) =>
        Instant.FromDateTimeOffset(time).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime.ToDateTimeUnspecified();
}
