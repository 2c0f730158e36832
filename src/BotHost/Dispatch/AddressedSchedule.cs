using BotHost.Bot;
using BotHost.Schedule;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>A turn's schedule, for one person in one room: by itself the sender's, where they spoke.</summary>
internal sealed class AddressedSchedule(TurnSchedule schedule, DirectRooms directRooms, ScheduleAddress where) : ISchedule
{
    public string In(TimeSpan delay, string route, object? data = null)
    {
        var now = schedule.Clock();
        // What is too far off is refused with everything else that is, and does not overflow before.
        var due = delay < DateTimeOffset.MaxValue - now ? now + (delay < TimeSpan.Zero ? TimeSpan.Zero : delay) : DateTimeOffset.MaxValue;
        return schedule.Add(where, now, due, route, data, null, null);
    }

    public string At(DateTimeOffset time, string route, object? data = null) => schedule.Add(where, schedule.Clock(), time, route, data, null, null);

    public string Every(string cron, string timeZone, string route, object? data = null)
    {
        if (Recurrence.Problem(cron, timeZone) is { } problem)
            throw new ArgumentException(problem, nameof(cron));
        var now = schedule.Clock();
        var first = Recurrence.Next(cron, timeZone, now)
            ?? throw new ArgumentException($"\"{cron}\" never comes. Check its day and month.", nameof(cron));
        return schedule.Add(where, now, first, route, data, cron, timeZone);
    }

    public async Task<ISchedule> ForAsync(PersonId person, Reply opening, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return new AddressedSchedule(schedule, directRooms, await directRooms.AddressAsync(person, opening, cancellationToken).ConfigureAwait(false));
    }

    public Task<IReadOnlyList<ScheduledTurn>> ListAsync(CancellationToken cancellationToken = default) => schedule.ListAsync(where.Room, cancellationToken);

    public Task<bool> CancelAsync(string id, CancellationToken cancellationToken = default) => schedule.CancelAsync(where.Room, id, cancellationToken);
}

/// <summary>Direct rooms of people who have not spoken in this turn.</summary>
internal sealed class DirectRooms(WebexClient webex, PeopleDirectory people, TurnSteps steps, StepPosts posts, Turn turn)
{
    /// <exception cref="WebexRefusedException">There is nobody to talk to.</exception>
    public async Task<ScheduleAddress> AddressAsync(PersonId person, Reply opening, CancellationToken cancellationToken)
    {
        var found = await steps.ReadAsync("direct.find", person.Value, async ct =>
        {
            var profile = await people.ReadAsync(person, ct).ConfigureAwait(false);
            if (profile is null or { IsBot: true })
                throw new WebexRefusedException(StatusCodes.Status404NotFound, "There is no such person.");
            var said = await Refusals.FindAsync(webex.Messages.ListDirectAsync(person, personEmail: null, parentId: null, ct)).ConfigureAwait(false);
            return new Direct(profile.Emails.FirstOrDefault() ?? "", said?.Items.FirstOrDefault()?.RoomId);
        }, cancellationToken).ConfigureAwait(false);
        var room = found.Room ?? await OpenAsync(person, opening, cancellationToken).ConfigureAwait(false);
        return new ScheduleAddress(new Bot.Person(person, found.Email), room, IsDirect: true, Thread: null);
    }

    private async Task<RoomId> OpenAsync(PersonId person, Reply opening, CancellationToken cancellationToken)
    {
        var nowhere = new Place(turn.Where.Id, IsDirect: false, Thread: null, person);
        var message = await posts.PostAsync(steps.Journal, turn.Event.Sequence, nowhere, opening.Privately(), cancellationToken).ConfigureAwait(false);
        return await steps.ReadAsync("direct.room", message.Value, async ct =>
            (await Refusals.AskAsync(webex.Messages.GetAsync(message, ct)).ConfigureAwait(false)).RoomId, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Direct(string Email, RoomId? Room);
}
