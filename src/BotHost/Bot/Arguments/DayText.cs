using System.Globalization;

namespace BotHost.Bot;

/// <summary>Reads a day as people type it. What could mean two days is not read.</summary>
internal static class DayText
{
    /// <summary>Longer than anybody means, of years too.</summary>
    private const int MostMonths = 1000;

    private static readonly string[] Formats = ["yyyy-M-d", "d.M.yyyy"];

    /// <summary>
    /// <c>2026-12-24</c>, <c>24.12.2026</c>, <c>today</c>, <c>tomorrow</c>, <c>monday</c> (the next one after today), <c>in 3 days</c>, <c>in 2 months</c>; all of
    /// them with an "on".
    /// </summary>
    public static bool TryRead(string text, in ReadingClock clock, out DateOnly day)
    {
        text = text.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        var word = text.ToLowerInvariant();
        if (Relative(word, clock.Today) is { } days)
        {
            return TryAdd(clock.Today, days, out day);
        }

        if (TryAfterMonths(word, clock, out day))
        {
            return true;
        }

        return word.StartsWith("in ", StringComparison.Ordinal) && SpanText.TryRead(word[3..], out var span) && span.Ticks % TimeSpan.TicksPerDay == 0
            && TryAdd(clock.Today, span.Days, out day);
    }

    /// <summary><c>in 2 months</c>, <c>in a year</c>: as long as the calendar has them, from 31 January a month is until the last day of February.</summary>
    public static bool TryAfterMonths(string text, in ReadingClock clock, out DateOnly day)
    {
        day = default;
        if (text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["in", var number, var unit])
        {
            return false;
        }

        var each = unit switch { "month" or "months" => 1, "year" or "years" => 12, _ => 0 };
        var count = number == "a" ? 1 : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : 0;
        var reads = each > 0 && count is > 0 and <= MostMonths && clock.Today.Year < DateOnly.MaxValue.Year - MostMonths;
        day = reads ? clock.Today.AddMonths(count * each) : default;
        return reads;
    }

    /// <summary>Why a text that looks like a day is none.</summary>
    public static string? Hint(string text) => text.Any(char.IsAsciiDigit) && text.Contains('/')
        ? Texts.Plain("HintSlashes")
        : null;

    private static int? Relative(string word, DateOnly today)
    {
        if (word is "today" or "tomorrow" or "yesterday")
        {
            return word switch { "today" => 0, "tomorrow" => 1, _ => -1 };
        }

        for (var ahead = 1; ahead <= 7; ahead++)
        {
            var name = today.AddDays(Math.Min(ahead, DateOnly.MaxValue.DayNumber - today.DayNumber)).DayOfWeek.ToString();
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase) || word.Equals(name[..3], StringComparison.OrdinalIgnoreCase))
            {
                return ahead;
            }
        }

        return null;
    }

    private static bool TryAdd(DateOnly day, int days, out DateOnly result)
    {
        var number = (long)day.DayNumber + days;
        var fits = number >= 0 && number <= DateOnly.MaxValue.DayNumber;
        result = fits ? DateOnly.FromDayNumber((int)number) : default;
        return fits;
    }
}
