using Quartz;

namespace BotHost.Schedule;

/// <summary>
/// When something that recurs is due. Where clocks are set forward over a time, it is due when they have been; where they are set back over it, once.
/// </summary>
internal static class Recurrence
{
    /// <summary>Why an expression or zone cannot be used, or null.</summary>
    public static string? Problem(string cron, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return $"\"{zone}\" is not a time zone. Give an IANA name such as Europe/Berlin.";
        return CronExpression.TryParse(cron, CronFormat.Unix, out _)
            ? null : $"\"{cron}\" is not a cron expression of five fields: minute, hour, day of month, month, day of week. Example: 30 9 * * MON-FRI";
    }

    /// <summary>The next time after another, or null where there is none.</summary>
    public static DateTimeOffset? Next(string cron, string zone, DateTimeOffset after) =>
        CronExpression.Parse(cron, CronFormat.Unix).WithTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone)).GetNextValidTimeAfter(after);
}
