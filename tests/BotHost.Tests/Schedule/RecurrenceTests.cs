using BotHost.Schedule;

namespace BotHost.Tests.Schedule;

/// <summary>When something that recurs is due, also on the days when clocks are set.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    // Clocks go from 2:00 to 3:00 on 28 March 2027: there is no 2:30.
    [InlineData("30 2 * * *", "2027-03-27T12:00:00Z", "2027-03-28T03:00:00+02:00", "2027-03-29T02:30:00+02:00")]
    // Clocks go from 3:00 back to 2:00 on 31 October 2027: there are two.
    [InlineData("30 2 * * *", "2027-10-30T12:00:00Z", "2027-10-31T02:30:00+02:00", "2027-11-01T02:30:00+01:00")]
    [InlineData("0 9 * * MON-FRI", "2027-01-01T12:00:00Z", "2027-01-04T09:00:00+01:00", "2027-01-05T09:00:00+01:00")]
    public void It_is_due_once_a_day_however_clocks_are_set(string cron, string after, string first, string second)
    {
        var next = Recurrence.Next(cron, "Europe/Berlin", DateTimeOffset.Parse(after)).ShouldNotBeNull();

        next.ShouldBe(DateTimeOffset.Parse(first));
        Recurrence.Next(cron, "Europe/Berlin", next).ShouldBe(DateTimeOffset.Parse(second));
    }

    [Theory]
    [InlineData("every day", "Europe/Berlin", "five fields")]
    [InlineData("0 0 9 * * ?", "Europe/Berlin", "five fields")]
    [InlineData("0 9 * * *", "Berlin", "IANA")]
    public void What_cannot_be_read_is_told(string cron, string zone, string problem) => Recurrence.Problem(cron, zone).ShouldNotBeNull().ShouldContain(problem);
}
