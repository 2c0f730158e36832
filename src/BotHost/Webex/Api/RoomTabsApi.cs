namespace BotHost.Webex;

internal static class RoomTabsApi
{
    /// <summary>Lists a room's tabs. Webex documents no pages of them; should it send a next one, it is read too.</summary>
    public static IAsyncEnumerable<RoomTab> ListAsync(this IRoomTabsApi tabs, RoomId roomId, CancellationToken cancellationToken = default) =>
        tabs.AllAsync(ct => tabs.ListPageAsync(roomId, ct), cancellationToken);
}
