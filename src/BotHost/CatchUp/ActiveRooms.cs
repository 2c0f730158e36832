using BotHost.Webex;

namespace BotHost.CatchUp;

/// <summary>The rooms in which something happened since a time, the bot's own posts included.</summary>
internal sealed class ActiveRooms(WebexClient webex)
{
    private const int LargestPage = ListLimits.Rooms;

    /// <summary>
    /// The latest first, until one that is older: as a rule one page. Webex keeps this order to 3,000 rooms, and only tries to beyond, so
    /// <see cref="AllAsync"/> may find more.
    /// </summary>
    public async Task<List<Room>> LatestAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rooms = new List<Room>();
        await foreach (var room in webex.Bulk.Rooms.ListAsync(sortBy: RoomSort.LastActivity, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!IsActive(room, since))
                break;
            rooms.Add(room);
        }

        return rooms;
    }

    /// <summary>Looks at every room the bot is in.</summary>
    public async Task<List<Room>> AllAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rooms = new List<Room>();
        await foreach (var room in webex.Bulk.Rooms.ListAsync(sortBy: RoomSort.Id, max: LargestPage, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (IsActive(room, since))
                rooms.Add(room);
        }

        return rooms;
    }

    /// <summary>What Webex cannot tell is looked at.</summary>
    private static bool IsActive(Room room, DateTimeOffset since) => room.LastActivity is not { } last || last >= since;
}
