using System.Globalization;

namespace BotHost.Bot;

/// <summary>Reads a time of day, and a moment, as people type them.</summary>
internal static class TimeText
{
    private static readonly string[] Formats = ["H:mm", "H:mm:ss", "h:mmtt", "htt"];

    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary><c>17:30</c>, <c>5:30pm</c>, <c>5 pm</c>, <c>noon</c>, <c>midnight</c>.</summary>
    public static bool TryRead(string text, out TimeOnly time)
    {
        var word = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        time = word == "noon" ? new TimeOnly(12, 0) : TimeOnly.MinValue;
        return word is "noon" or "midnight"
            || TimeOnly.TryParseExact(word, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    /// <summary>
    /// A day and a time, <c>tomorrow 9:00</c>; a time alone, the next time it is that late; <c>now</c>, <c>in 20m</c>, <c>20m</c>;
    /// <c>2026-12-24T17:30+01:00</c>. Without an offset it is meant where the person is. An "on" or "at" may stand before it.
    /// </summary>
    public static bool TryRead(string text, in ReadingClock clock, out DateTimeOffset moment)
    {
        var word = text.ToLowerInvariant();
        moment = clock.Now;
        if (word == "now")
        {
            return true;
        }

        if (word.StartsWith("in ", StringComparison.Ordinal))
        {
            if (!DayText.TryAfterMonths(word, clock, out var later))
            {
                return TryAfter(word[3..], clock, out moment);
            }

            moment = clock.At(later, TimeOnly.FromDateTime(clock.Now.DateTime));
            return true;
        }

        if (word.StartsWith("at ", StringComparison.Ordinal))
        {
            text = text[3..];
        }

        // "Z" is no offset to a format; "+00:00" is.
        var zoned = text.EndsWith('Z') || text.EndsWith('z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(zoned, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment))
        {
            return true;
        }

        if (TryRead(text, out var time))
        {
            var today = clock.At(clock.Today, time);
            moment = today > clock.Now ? today : clock.At(clock.Today.AddDays(1), time);
            return true;
        }

        return TrySplit(text, clock, out moment) || TryAfter(word, clock, out moment);
    }

    private static bool TryAfter(string text, in ReadingClock clock, out DateTimeOffset moment)
    {
        var reads = SpanText.TryRead(text, out var span) && span >= TimeSpan.Zero && span < DateTime.MaxValue - clock.Now.UtcDateTime - TimeSpan.FromDays(1);
        moment = reads ? clock.Now + span : default;
        return reads;
    }

    /// <summary>A day, and a time behind a blank, an "at" or a T.</summary>
    private static bool TrySplit(string text, in ReadingClock clock, out DateTimeOffset moment)
    {
        moment = default;
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] != ' ' && (text[at] is not ('T' or 't') || !char.IsAsciiDigit(text[at - 1])))
            {
                continue;
            }

            var rest = text[(at + 1)..];
            if (rest.StartsWith("at ", StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[3..];
            }

            if (DayText.TryRead(text[..at], clock, out var day) && TryRead(rest, out var time))
            {
                moment = clock.At(day, time);
                return true;
            }
        }

        return false;
    }

    /// <summary>Why a text that looks like a moment is none.</summary>
    public static string? Hint(string text, in ReadingClock clock) =>
        DayText.Hint(text) ?? (DayText.TryRead(text, clock, out _) ? Texts.Plain("HintTime", text) : null);
}
