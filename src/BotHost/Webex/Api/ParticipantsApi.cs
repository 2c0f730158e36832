namespace BotHost.Webex;

internal static class ParticipantsApi
{
    /// <summary>Lists who takes part, or took part.</summary>
    /// <param name="participants">The resource.</param>
    /// <param name="meetingId">Of a series, and of one meeting of it, the last that took place counts.</param>
    /// <param name="breakoutSessionId">Only who was in it; of a meeting that is over.</param>
    /// <param name="meetingStartTimeFrom">The last that began then or later.</param>
    /// <param name="meetingStartTimeTo">The last that began before.</param>
    /// <param name="joinTimeFrom">Only who came then or later.</param>
    /// <param name="joinTimeTo">Only who came before.</param>
    /// <param name="hostEmail">For administrators.</param>
    /// <param name="max">Participants a page, 1 to 100; 10 unless told.</param>
    /// <param name="timezone">IANA name of the time zone in which to give times; UTC unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Participant> ListAsync(
        this IParticipantsApi participants,
        MeetingId meetingId,
        string? breakoutSessionId = null,
        DateTimeOffset? meetingStartTimeFrom = null,
        DateTimeOffset? meetingStartTimeTo = null,
        DateTimeOffset? joinTimeFrom = null,
        DateTimeOffset? joinTimeTo = null,
        string? hostEmail = null,
        int? max = null,
        string? timezone = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Meetings);
        return participants.AllAsync(
            ct => participants.ListPageAsync(
                max, meetingId, breakoutSessionId, meetingStartTimeFrom, meetingStartTimeTo, hostEmail, joinTimeFrom, joinTimeTo, timezone, ct),
            cancellationToken);
    }

    /// <summary>Lists those of a meeting's participants who are asked for.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public static IAsyncEnumerable<Participant> QueryAsync(
        this IParticipantsApi participants,
        MeetingId meetingId,
        ParticipantQuery query,
        DateTimeOffset? meetingStartTimeFrom = null,
        DateTimeOffset? meetingStartTimeTo = null,
        string? hostEmail = null,
        string? timezone = null,
        CancellationToken cancellationToken = default) =>
        participants.AllAsync(
            ct => participants.QueryPageAsync(meetingId, meetingStartTimeFrom, meetingStartTimeTo, hostEmail, query, timezone, ct), cancellationToken);
}
