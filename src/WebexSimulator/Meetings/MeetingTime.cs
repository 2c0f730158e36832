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

    /// <summary>Further away there is nothing, and a week more or less must be a time still.</summary>
    private static readonly (DateTimeOffset First, DateTimeOffset Last) Ever =
        (new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static bool IsZone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    /// <summary>A time that was sent. One without an offset is of the zone.</summary>
    public static DateTimeOffset? Read(string text, string zone) => ReadAny(text, zone) is { } time && IsPossible(time) ? time : null;

    public static bool IsPossible(DateTimeOffset time) => time >= Ever.First && time <= Ever.Last;

    private static DateTimeOffset? ReadAny(string text, string zone)
    {
        if (Local.Parse(text) is { Success: true, Value.Year: > 1 and < 9999 } local)
            return local.Value.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset().ToUniversalTime();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return ReadAny($"{text}T00:00:00", zone);
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
