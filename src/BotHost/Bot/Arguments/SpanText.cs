using System.Globalization;
using System.Text.RegularExpressions;

namespace BotHost.Bot;

/// <summary>Reads how long something takes, as people type it. A number without a unit is not read.</summary>
internal static partial class SpanText
{
    /// <summary>Longer than anybody means.</summary>
    private const double MostDays = 36_500;

    /// <summary><c>20m</c>, <c>1h30</c>, <c>1h30m</c>, <c>1.5 hours</c>, <c>2 days</c>, <c>1 week 2 days</c>, <c>00:20:00</c>.</summary>
    public static bool TryRead(string text, out TimeSpan span)
    {
        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out span) && text.Count(':') == 2)
        {
            return true;
        }

        text = One(text);
        var days = 0.0;
        var last = double.PositiveInfinity;
        var end = 0;
        foreach (var part in Parts().EnumerateMatches(text))
        {
            if (part.Index != end || !TryPart(text.AsSpan(part.Index, part.Length), ref last, out var more))
            {
                return false;
            }

            days += more;
            end = part.Index + part.Length;
        }

        var reads = end > 0 && end == text.Length && days <= MostDays;
        span = reads ? TimeSpan.FromSeconds(Math.Round(days * 86_400, 3)) : default;
        return reads;
    }

    /// <summary>Why a text that looks like a duration is none.</summary>
    public static string? Hint(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) ? Texts.Plain("HintUnit", text)
        : text.Contains(':') ? Texts.Plain("HintColons")
        : null;

    /// <summary><c>an hour</c>, <c>a week</c>, <c>half an hour</c>.</summary>
    private static string One(string text) =>
        text.StartsWith("half an ", StringComparison.OrdinalIgnoreCase) ? "0.5 " + text[8..]
        : text.StartsWith("an ", StringComparison.OrdinalIgnoreCase) ? "1 " + text[3..]
        : text.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? "1 " + text[2..]
        : text;

    /// <summary>A number and its unit, which must be smaller than the one before. Minutes may go without one behind hours: 1h30.</summary>
    private static bool TryPart(ReadOnlySpan<char> part, ref double last, out double days)
    {
        var follows = part.Length > 0 && char.IsAsciiDigit(part[0]) && last == 1 / 24.0;
        part = part.Trim();
        var digits = part.LastIndexOfAnyInRange('0', '9') + 1;
        var unit = part[digits..].Trim() is { Length: > 0 } written ? Unit(written.ToString().ToLowerInvariant()) : follows ? 1 / 1440.0 : 0;
        days = double.TryParse(part[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number * unit : 0;
        var fits = unit > 0 && unit < last && digits > 0;
        last = unit;
        return fits;
    }

    private static double Unit(string unit) => unit switch
    {
        "w" or "week" or "weeks" => 7,
        "d" or "day" or "days" => 1,
        "h" or "hr" or "hrs" or "hour" or "hours" => 1 / 24.0,
        "m" or "min" or "mins" or "minute" or "minutes" => 1 / 1440.0,
        "s" or "sec" or "secs" or "second" or "seconds" => 1 / 86_400.0,
        _ => 0,
    };

    [GeneratedRegex(@"\s*[0-9]{1,9}(\.[0-9]{1,6})?\s*[a-zA-Z]*", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
