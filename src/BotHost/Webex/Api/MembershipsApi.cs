namespace BotHost.Webex;

internal static class MembershipsApi
{
    /// <summary>Lists a room's members or, without a room, the caller's own memberships.</summary>
    /// <param name="memberships">The resource.</param>
    /// <param name="roomId">The room; needed to ask about other people.</param>
    /// <param name="personId">Only this person's.</param>
    /// <param name="personEmail">Only this person's.</param>
    /// <param name="max">Memberships a page, 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Membership> ListAsync(
        this IMembershipsApi memberships,
        RoomId? roomId = null,
        PersonId? personId = null,
        string? personEmail = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max);
        return memberships.AllAsync(ct => memberships.ListPageAsync(roomId, personId, personEmail, max, ct), cancellationToken);
    }
}
