using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>Days, times, moments and durations, as people type them.</summary>
internal static class TemporalScalars
{
    /// <summary>The type's scalar, or null where it has nothing to do with time.</summary>
    public static Scalar? For(Type type) =>
        type == typeof(DateOnly) ? new Scalar(type, () => Texts.Plain("ADate"), ReadDay)
        {
            MostWords = 3, NeedsClock = true, Hint = (string text, in ReadingClock _) => DayText.Hint(text),
        }
        : type == typeof(TimeOnly) ? new Scalar(type, () => Texts.Plain("ATime"), ReadTime) { MostWords = 2 }
        : type == typeof(DateTimeOffset) ? new Scalar(type, () => Texts.Plain("AMoment"), ReadMoment)
        {
            MostWords = 5, NeedsClock = true, Hint = TimeText.Hint,
        }
        : type == typeof(TimeSpan) ? new Scalar(type, () => Texts.Plain("ADuration"), ReadSpan)
        {
            MostWords = 6, Hint = (string text, in ReadingClock _) => SpanText.Hint(text),
        }
        : type == typeof(Repetition) ? new Scalar(type, () => Texts.Plain("ARepetition"), ReadRepetition) { MostWords = 9 }
        : null;

    private static bool ReadDay(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) =>
        (value = DayText.TryRead(text, clock, out var day) ? day : null) is not null;

    private static bool ReadTime(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) =>
        (value = TimeText.TryRead(text, out var time) ? time : null) is not null;

    private static bool ReadMoment(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) =>
        (value = TimeText.TryRead(text, clock, out DateTimeOffset moment) ? moment : null) is not null;

    private static bool ReadRepetition(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) =>
        (value = Repetition.TryParse(text, null, out var repetition) ? repetition : null) is not null;

    private static bool ReadSpan(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) =>
        (value = SpanText.TryRead(text, out var span) ? span : null) is not null;
}
