namespace BotHost.Bot;

/// <summary>What words such as "tomorrow" are measured by: the time, where the person is.</summary>
/// <param name="Now">The time, with the person's offset.</param>
/// <param name="Zone">The person's time zone; UTC where Webex does not say.</param>
internal readonly record struct ReadingClock(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>For parameters that have nothing to do with time.</summary>
    public static readonly ReadingClock None = new(default, TimeZoneInfo.Utc);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Asks the turn, which answers the same when it is tried again, and Webex for the zone.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="asked">When a command was asked back about that is confirmed now: it is read as it was then, within the time such a question waits.</param>
    public static async ValueTask<ReadingClock> OfAsync(BotContext context, DateTimeOffset? asked = null)
    {
        var (zone, now) = (await context.People.ZoneAsync(context.Sender.Id, context.Aborted), context.Now);
        return new ReadingClock(TimeZoneInfo.ConvertTime(asked <= now && asked >= now - Card.QuestionLife ? asked.Value : now, zone), zone);
    }

    /// <summary>That time of that day, where the person is. A time that is skipped when clocks go forward is as late as it would have been.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, Zone.GetUtcOffset(local)), Zone);
    }
}
