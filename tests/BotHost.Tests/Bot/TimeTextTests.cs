using System.Globalization;
using BotHost.Bot;

namespace BotHost.Tests.Bot;

/// <summary>Days, times and durations as people type them. It is Thursday, 22:30 in Berlin.</summary>
public sealed class TimeTextTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly ReadingClock Clock = new(new DateTimeOffset(2026, 3, 26, 22, 30, 0, TimeSpan.FromHours(1)), Berlin);

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("2026-1-2", "2026-01-02")]
    [InlineData("24.12.2026", "2026-12-24")]
    [InlineData("3.4.2026", "2026-04-03")]
    [InlineData("today", "2026-03-26")]
    [InlineData("Tomorrow", "2026-03-27")]
    [InlineData("yesterday", "2026-03-25")]
    [InlineData("friday", "2026-03-27")]
    [InlineData("Mon", "2026-03-30")]
    [InlineData("thursday", "2026-04-02")]
    [InlineData("in 3 days", "2026-03-29")]
    [InlineData("in 2 weeks", "2026-04-09")]
    [InlineData("on friday", "2026-03-27")]
    [InlineData("in 11 months", "2027-02-26")]
    [InlineData("in a year", "2027-03-26")]
    [InlineData("in 0 months", null)]
    [InlineData("in 1001 years", null)]
    [InlineData("12/24/2026", null)]
    [InlineData("24.12.26", null)]
    [InlineData("24.12.", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("in 3 hours", null)]
    [InlineData("in 99999999 days", null)]
    [InlineData("", null)]
    public void Days(string text, string? day) =>
        (DayText.TryRead(text, Clock, out var read) ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null).ShouldBe(day);

    [Theory]
    [InlineData("tomorrow 9:00", "2026-03-27T09:00:00+01:00")]
    [InlineData("tomorrow at 9am", "2026-03-27T09:00:00+01:00")]
    [InlineData("monday 17:30", "2026-03-30T17:30:00+02:00")]
    [InlineData("2026-12-24 17:30", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24T17:30", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24T17:30Z", "2026-12-24T17:30:00+00:00")]
    [InlineData("2026-12-24T17:30:05-08:00", "2026-12-24T17:30:05-08:00")]
    [InlineData("24.12.2026 5 pm", "2026-12-24T17:00:00+01:00")]
    [InlineData("23:00", "2026-03-26T23:00:00+01:00")]
    [InlineData("22:00", "2026-03-27T22:00:00+01:00")]
    [InlineData("in 2h", "2026-03-27T00:30:00+01:00")]
    [InlineData("in an hour", "2026-03-26T23:30:00+01:00")]
    [InlineData("in 1 month", "2026-04-26T22:30:00+02:00")]
    [InlineData("At 23:00", "2026-03-26T23:00:00+01:00")]
    [InlineData("on friday at 5 pm", "2026-03-27T17:00:00+01:00")]
    [InlineData("at", null)]
    [InlineData("on", null)]
    [InlineData("2026-03-29 2:30", "2026-03-29T03:30:00+02:00")]
    [InlineData("now", "2026-03-26T22:30:00+01:00")]
    [InlineData("tomorrow", null)]
    [InlineData("2026-12-24", null)]
    [InlineData("12/24/2026 17:30", null)]
    [InlineData("in 999999999 weeks", null)]
    public void Moments(string text, string? moment) =>
        (TimeText.TryRead(text, Clock, out DateTimeOffset read) ? read.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null).ShouldBe(moment);

    [Theory]
    [InlineData("20m", "00:20:00")]
    [InlineData("1h30", "01:30:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("1 hour 30 min", "01:30:00")]
    [InlineData("1.5 hours", "01:30:00")]
    [InlineData("2 days", "2.00:00:00")]
    [InlineData("a week", "7.00:00:00")]
    [InlineData("Half an hour", "00:30:00")]
    [InlineData("a", null)]
    [InlineData("1w2d", "9.00:00:00")]
    [InlineData("90S", "00:01:30")]
    [InlineData("00:20:00", "00:20:00")]
    [InlineData("20", null)]
    [InlineData("1:30", null)]
    [InlineData("1h 30", null)]
    [InlineData("30m1h", null)]
    [InlineData("5 fortnights", null)]
    [InlineData("-5m", null)]
    [InlineData("999999999w", null)]
    [InlineData("", null)]
    public void Durations(string text, string? span) => (SpanText.TryRead(text, out var read) ? read.ToString("c") : null).ShouldBe(span);

    [Fact]
    public void The_last_day_of_a_month_stays_the_last()
    {
        var clock = Clock with { Now = new DateTimeOffset(2027, 12, 31, 9, 0, 0, TimeSpan.FromHours(1)) };

        DayText.TryRead("in 2 months", clock, out var leap).ShouldBeTrue();
        leap.ShouldBe(new DateOnly(2028, 2, 29));
    }

    [Fact]
    public void A_hint_says_how_to_write_it()
    {
        DayText.Hint("24/12/2026").ShouldNotBeNull().ShouldContain("2026-12-24");
        TimeText.Hint("tomorrow", Clock).ShouldNotBeNull().ShouldContain("tomorrow 9:00");
        SpanText.Hint("20").ShouldNotBeNull().ShouldContain("20m");
        DayText.Hint("soon").ShouldBeNull();
    }
}
