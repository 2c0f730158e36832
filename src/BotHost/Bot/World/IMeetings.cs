namespace BotHost.Bot;

/// <summary>
/// Meetings that whoever calls hosts or is invited to. No bot may see or schedule any: use those of a person, <c>ctx.As(Identity.Asker).Meetings</c>, or of a
/// service app. A call that Webex refuses throws <see cref="WebexRefusedException"/>, and so does one for which there is no right, which says what to do.
/// </summary>
public interface IMeetings
{
    /// <summary>Schedules a meeting. Webex lets a person try a hundred in 24 hours, and counts what it refuses.</summary>
    /// <exception cref="ArgumentException">The plan is not one Webex would take; the message says what to change.</exception>
    Task<Meeting> ScheduleAsync(MeetingPlan plan, CancellationToken cancellationToken = default);

    /// <summary>The meetings of a range, each meeting of a series by itself, in order of time. Not those that are over.</summary>
    /// <param name="from">Where it begins; now unless told.</param>
    /// <param name="to">Where it ends; seven days later unless told.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Meeting>> ListAsync(DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default);

    /// <summary>A meeting as it is now, or null.</summary>
    Task<Meeting?> ReadAsync(MeetingId meeting, CancellationToken cancellationToken = default);

    /// <summary>The meeting somebody means: of a series, the one that is next.</summary>
    /// <param name="which">Its title, its number or its id.</param>
    /// <param name="within">How far ahead to look; 90 days at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<MeetingChoice> PickAsync(string which, TimeSpan within, CancellationToken cancellationToken = default);

    /// <summary>Cancels a meeting, or a whole series, for its host. Webex tells who is invited.</summary>
    Task CancelAsync(MeetingId meeting, CancellationToken cancellationToken = default);

    /// <summary>Ends a meeting that takes place, for everybody in it.</summary>
    Task EndAsync(MeetingId meeting, CancellationToken cancellationToken = default);

    /// <summary>Who is invited.</summary>
    Task<IReadOnlyList<Invitee>> ListInviteesAsync(MeetingId meeting, CancellationToken cancellationToken = default);

    /// <summary>Invites somebody. Who is invited already is refused by Webex with 409.</summary>
    /// <param name="meeting">The meeting, or its series.</param>
    /// <param name="person">By id, mention or e-mail address.</param>
    /// <param name="coHost">True to let them start and lead it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Invitee> InviteAsync(MeetingId meeting, PersonRef person, bool coHost = false, CancellationToken cancellationToken = default);

    /// <summary>Takes an invitation back.</summary>
    Task UninviteAsync(MeetingInviteeId invitee, CancellationToken cancellationToken = default);

    /// <summary>Links by which whoever calls enters the meeting without logging in. They hold for minutes, and let in whoever has them.</summary>
    Task<JoinLinks> JoinAsync(MeetingId meeting, CancellationToken cancellationToken = default);
}
