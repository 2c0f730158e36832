using System.Globalization;

namespace BotHost.Access;

/// <summary>When a grant counts: on these days, between these times, where these clocks go.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive. Not after <paramref name="From"/>, it is the next day's, and the day that counts is that of the beginning.</param>
internal sealed record AgentHours(TimeOnly From, TimeOnly Until, IReadOnlySet<DayOfWeek> Days, TimeZoneInfo Zone)
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public bool Includes(DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, Zone);
        var (time, today) = (TimeOnly.FromTimeSpan(there.TimeOfDay), there.DayOfWeek);
        var yesterday = (DayOfWeek)(((int)today + 6) % 7);
        if (From < Until)
            return Days.Contains(today) && time >= From && time < Until;
        return (Days.Contains(today) && time >= From) || (Days.Contains(yesterday) && time < Until);
    }

    /// <summary>As it is said.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{From:HH:mm}-{Until:HH:mm} {string.Join(';', Enum.GetValues<DayOfWeek>().Where(Days.Contains).Select(day => Names[(int)day]))} {Zone.Id}");

    /// <summary>Reads <c>08:00-18:00</c>, <c>mon-fri;sun</c> and <c>Europe/Berlin</c>; null, with what is wrong in <paramref name="problems"/> if anything is.</summary>
    public static AgentHours? Read(string? hours, string? days, string? zone, ICollection<string> problems)
    {
        if (string.IsNullOrWhiteSpace(hours) && string.IsNullOrWhiteSpace(days))
        {
            if (!string.IsNullOrWhiteSpace(zone))
                problems.Add("has a Zone and neither Hours nor Days. Add what is to be counted there, or take it away.");
            return null;
        }

        var (from, until) = (TimeOnly.MinValue, TimeOnly.MinValue);
        if (!string.IsNullOrWhiteSpace(hours) && !TryHours(hours, out from, out until))
            problems.Add($"has Hours '{hours}'. Write two different times of a day, such as 08:00-18:00.");
        var on = ReadDays(days);
        if (on is null)
            problems.Add($"has Days '{days}'. Write {string.Join(", ", Names)} with ; between them, or from one to another: mon-fri;sun.");
        if (string.IsNullOrWhiteSpace(zone))
            problems.Add("has Hours or Days and no Zone. Name the time zone they are counted in, such as Europe/Berlin or UTC.");
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out var place))
            problems.Add($"has Zone '{zone}', which this machine does not know. Write it as Europe/Berlin or UTC.");
        else if (on is not null)
            return new AgentHours(from, until, on, place);
        return null;
    }

    private static bool TryHours(string text, out TimeOnly from, out TimeOnly until)
    {
        (from, until) = (default, default);
        return text.Split('-', StringSplitOptions.TrimEntries) is [var first, var last] && Time(first, out from) && Time(last == "24:00" ? "00:00" : last, out until) && from != until;

        static bool Time(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static HashSet<DayOfWeek>? ReadDays(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [.. Enum.GetValues<DayOfWeek>()];
        var days = new HashSet<DayOfWeek>();
        foreach (var part in AccessOptions.Split(text))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries).Select(name => Array.IndexOf(Names, name)).ToArray();
            if (ends.Length is < 1 or > 2 || ends.Contains(-1))
                return null;
            for (var day = ends[0]; ; day = (day + 1) % 7)
            {
                days.Add((DayOfWeek)day);
                if (day == ends[^1])
                    break;
            }
        }

        return days.Count > 0 ? days : null;
    }
}
