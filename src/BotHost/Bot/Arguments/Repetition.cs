using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>
/// Days of the week and a time, as people say them: <c>weekday at 9:00</c>, <c>day 17:30</c>, <c>mon, wed and fri at 9am</c>. A handler's parameter
/// and an answer may be one; <see cref="ISchedule.Every(Repetition, TimeZoneInfo, string, object?)"/> takes it.
/// </summary>
/// <param name="Days">Which days; at least one.</param>
/// <param name="Time">When, on clocks of a zone that is told apart.</param>
public sealed record Repetition(IReadOnlyList<DayOfWeek> Days, TimeOnly Time) : IParsable<Repetition>
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>The same as a crontab's five fields.</summary>
    public string Cron => $"{Time.Minute} {Time.Hour} * * {(Days.Count == 7 ? "*" : string.Join(',', Days.Select(day => day.ToString()[..3].ToUpperInvariant())))}";

    /// <inheritdoc/>
    public static Repetition Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var repetition)
        ? repetition : throw new FormatException("These are no days and a time. Write them as \"weekday at 9:00\".");

    /// <summary>Reads days, then a time. <c>every</c>, <c>on</c>, <c>and</c> and <c>at</c> may stand where people put them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Repetition result)
    {
        result = null;
        var words = (s ?? "").ToLowerInvariant().Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("every" or "on" or "and" or "at")).ToList();
        // "5 pm" is a time of two words.
        var ofTime = words is [.., _, "am" or "pm"] ? 2 : 1;
        if (words.Count <= ofTime || !TimeText.TryRead(string.Join(' ', words[^ofTime..]), out var time))
            return false;
        var days = words[..^ofTime].Select(DaysOf).ToList();
        result = days.Contains(null) ? null : new Repetition([.. Week.Where(day => days.Any(some => some!.Contains(day)))], time);
        return result is not null;
    }

    /// <summary><c>weekday at 9:00</c>, <c>monday, friday at 9:00</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DaysText} at {Time:H:mm}");

    internal bool IsWeekdays => Days.Count == 5 && Days.All(Week[..5].Contains);

    private string DaysText => Days.Count == 7 ? "day" : IsWeekdays ? "weekday" : string.Join(", ", Days).ToLowerInvariant();

    private static DayOfWeek[]? DaysOf(string word) => word switch
    {
        "day" or "days" or "daily" => Week,
        "weekday" or "weekdays" => Week[..5],
        "weekend" or "weekends" => Week[5..],
        _ => Array.FindAll(Week, day => day.ToString().ToLowerInvariant() is var name && (word == name || word == name + "s" || word == name[..3])) is [_] found ? found : null,
    };
}
