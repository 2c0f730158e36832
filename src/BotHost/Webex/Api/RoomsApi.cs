namespace BotHost.Webex;

internal static class RoomsApi
{
    /// <summary>Lists the rooms the caller is in, the most recently active first unless sorted otherwise.</summary>
    /// <param name="rooms">The resource.</param>
    /// <param name="teamId">Only this team's.</param>
    /// <param name="type">Only direct ones, or only spaces.</param>
    /// <param name="sortBy">The order.</param>
    /// <param name="max">Rooms a page, 1 to 1,000; 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Room> ListAsync(
        this IRoomsApi rooms,
        TeamId? teamId = null,
        RoomType? type = null,
        RoomSort? sortBy = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Rooms);
        return rooms.AllAsync(ct => rooms.ListPageAsync(teamId, type, sortBy, max, ct), cancellationToken);
    }

    /// <summary>Lists the public rooms of the caller's organisation, whether the caller is in them or not, by when they were made public.</summary>
    /// <param name="rooms">The resource.</param>
    /// <param name="from">Only those made public then or later.</param>
    /// <param name="to">Only those made public before.</param>
    /// <param name="max">Rooms a page, 1 to 1,000; 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Room> ListPublicAsync(
        this IRoomsApi rooms,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Rooms);
        return rooms.AllAsync(ct => rooms.ListPublicPageAsync(from, to, max, ct), cancellationToken);
    }
}
