using System.Globalization;
using static BotHost.Bot.Texts;

namespace BotHost.Bot;

/// <summary>Days and times in the language of the turn. The names are our own: a machine may know no cultures, or other short forms.</summary>
internal static class TimeTexts
{
    /// <summary>A time to come, with its zone: <c>Thu 24 Dec 2026 9:00 (Europe/Berlin)</c>.</summary>
    public static string Moment(DateTimeOffset when, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(when, zone);
        return Plain(
            "Moment", Name("DaysShort", (int)there.DayOfWeek), there.Day, Name("MonthsShort", there.Month - 1), there.Year,
            there.ToString("H:mm", CultureInfo.InvariantCulture), zone.Id);
    }

    /// <summary><c>every weekday at 9:00</c>.</summary>
    public static string Every(Repetition repetition)
    {
        var days = repetition.Days.Count == 7 ? Plain("EveryDay")
            : repetition.IsWeekdays ? Plain("EveryWeekday")
            : string.Join(", ", repetition.Days.Select(day => Name("Days", (int)day)));
        return Plain("Every", days, repetition.Time.ToString("H:mm", CultureInfo.InvariantCulture));
    }

    private static string Name(string list, int index) => Plain(list).Split(' ')[index];
}
