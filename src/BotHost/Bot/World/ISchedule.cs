using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Bot;

/// <summary>
/// Turns that run later: in this room, for the sender, by a <see cref="BotRoutes.Scheduled"/> route. What is scheduled is stored when the turn
/// ends, together with what it says, or not at all. When it is due, the sender must still be allowed to use the route.
/// </summary>
public interface ISchedule
{
    /// <summary>Runs a route once, after a while.</summary>
    /// <param name="delay">From now on; up to ten years. Negative counts as none.</param>
    /// <param name="route">The name given to <see cref="BotRoutes.Scheduled"/>.</param>
    /// <param name="data">What its handler gets; up to 64 KiB as JSON.</param>
    /// <returns>What <see cref="CancelAsync"/> takes, and people can type: <c>4711-1</c>.</returns>
    /// <exception cref="ArgumentException">There is no such route, or the data are too large, or it is too far off.</exception>
    string In(TimeSpan delay, string route, object? data = null);

    /// <summary>Runs a route once, at a time; at once where that is past. Otherwise as <see cref="In"/>.</summary>
    string At(DateTimeOffset time, string route, object? data = null);

    /// <summary>Runs a route again and again, until it is cancelled. What was missed while the bot was down runs once. Otherwise as <see cref="In"/>.</summary>
    /// <param name="cron">Five fields as in a crontab: minute, hour, day of month, month, day of week: <c>30 9 * * MON-FRI</c>.</param>
    /// <param name="timeZone">
    /// The IANA name of the zone whose clocks count: <c>Europe/Berlin</c>. A person's is in <see cref="PersonProfile.TimeZone"/>, where Webex shows it.
    /// </param>
    /// <param name="route">As of <see cref="In"/>.</param>
    /// <param name="data">As of <see cref="In"/>.</param>
    /// <exception cref="ArgumentException">Also where the expression or the zone cannot be read, or nothing would ever be due.</exception>
    string Every(string cron, string timeZone, string route, object? data = null);

    /// <summary>The same for days and a time, as people say them.</summary>
    /// <param name="when">The days and the time.</param>
    /// <param name="zone">Whose clocks count. A person's: <see cref="IPeople.ZoneAsync"/>.</param>
    /// <param name="route">As of <see cref="In"/>.</param>
    /// <param name="data">As of <see cref="In"/>.</param>
    string Every(Repetition when, TimeZoneInfo zone, string route, object? data = null) => Every(when.Cron, zone.Id, route, data);

    /// <summary>
    /// The schedule of another person: what it is given runs in their direct room with the bot, with them as the sender, who must be allowed to use the
    /// route. So a turn can begin a conversation with somebody who has not spoken.
    /// </summary>
    /// <param name="person">Whom. The sender of this turn is as good as any other.</param>
    /// <param name="opening">What is said first to somebody who has no direct room with the bot yet: Webex makes one only for a message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="WebexRefusedException">There is no such person that the bot could write to.</exception>
    Task<ISchedule> ForAsync(PersonId person, Reply opening, CancellationToken cancellationToken = default);

    /// <summary>What is still to come in this room, whoever scheduled it, what is due first first.</summary>
    Task<IReadOnlyList<ScheduledTurn>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Has something of this room not run any more, whoever scheduled it.</summary>
    /// <returns>False where there is no such thing in this room.</returns>
    Task<bool> CancelAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>Something to come.</summary>
/// <param name="Id">What <see cref="ISchedule.CancelAsync"/> takes.</param>
/// <param name="Route">The route that will run.</param>
/// <param name="By">Who scheduled it.</param>
/// <param name="Due">When it runs next.</param>
/// <param name="Cron">When it runs again, or null for something that runs once.</param>
/// <param name="TimeZone">Whose clocks count then.</param>
public sealed record ScheduledTurn(string Id, string Route, PersonId By, DateTimeOffset Due, string? Cron, string? TimeZone)
{
    [JsonInclude]
    internal byte[]? Json { get; init; }

    /// <summary>What was handed over with it, or the type's default where that was nothing.</summary>
    /// <exception cref="JsonException">It is not of this type.</exception>
    public T? Data<T>() => Json is { } json ? JsonSerializer.Deserialize<T>(json, StateJson.Options) : default;
}

/// <summary>That a turn runs because it was scheduled.</summary>
/// <param name="Id">What <see cref="ISchedule"/> gave; that of a recurrence is the same each time.</param>
/// <param name="Due">When it was to run; it may be later now.</param>
public sealed record Occurrence(string Id, DateTimeOffset Due)
{
    internal string Route { get; init; } = "";

    internal byte[]? Data { get; init; }
}
