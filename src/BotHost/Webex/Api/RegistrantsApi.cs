namespace BotHost.Webex;

internal static class RegistrantsApi
{
    private static readonly TimeSpan LongestRange = TimeSpan.FromDays(90);

    /// <summary>Lists who registered.</summary>
    /// <param name="registrants">The resource.</param>
    /// <param name="meetingId">A series.</param>
    /// <param name="email">Only this person.</param>
    /// <param name="registrationTimeFrom">Only who registered then or later.</param>
    /// <param name="registrationTimeTo">Only who registered before; at most 90 days later.</param>
    /// <param name="current">Those of the meeting that is next, instead of the series'.</param>
    /// <param name="hostEmail">For administrators.</param>
    /// <param name="max">Registrants a page, 1 to 100; 10 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Registrant> ListAsync(
        this IRegistrantsApi registrants,
        MeetingId meetingId,
        string? email = null,
        DateTimeOffset? registrationTimeFrom = null,
        DateTimeOffset? registrationTimeTo = null,
        bool? current = null,
        string? hostEmail = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Meetings);
        if (registrationTimeTo - registrationTimeFrom > LongestRange)
            throw new ArgumentException($"Registrations are listed of {LongestRange.Days} days. Set registrationTimeFrom and registrationTimeTo closer together, and list in parts.");
        return registrants.AllAsync(
            ct => registrants.ListPageAsync(meetingId, max, hostEmail, current, email, registrationTimeFrom, registrationTimeTo, ct), cancellationToken);
    }
}
