namespace BotHost.Webex;

internal static class MeetingInviteesApi
{
    /// <summary>Lists who is invited, by e-mail address.</summary>
    /// <param name="invitees">The resource.</param>
    /// <param name="meetingId">A series, one meeting of it, or one that takes or took place: each has invitees of its own.</param>
    /// <param name="panelist">Of a webinar: only its panelists, or only the others.</param>
    /// <param name="hostEmail">For administrators.</param>
    /// <param name="max">Invitees a page, 1 to 100; 10 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<MeetingInvitee> ListAsync(
        this IMeetingInviteesApi invitees,
        MeetingId meetingId,
        bool? panelist = null,
        string? hostEmail = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Meetings);
        return invitees.AllAsync(ct => invitees.ListPageAsync(meetingId, max, hostEmail, panelist, ct), cancellationToken);
    }
}
