using Refit;

namespace BotHost.Webex;

/// <summary>The tabs of rooms.</summary>
internal interface IRoomTabsApi : IPages<RoomTab>
{
    [Get("room/tabs/{tabId}")]
    Task<RoomTab> GetAsync(RoomTabId tabId, CancellationToken cancellationToken);

    [Post("room/tabs")]
    Task<RoomTab> CreateAsync([Body] RoomTabContent tab, CancellationToken cancellationToken);

    [Put("room/tabs/{tabId}")]
    Task<RoomTab> UpdateAsync(RoomTabId tabId, [Body] RoomTabContent tab, CancellationToken cancellationToken);

    [Delete("room/tabs/{tabId}")]
    Task DeleteAsync(RoomTabId tabId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="RoomTabsApi.ListAsync"/> gives them all.</summary>
    [Get("room/tabs")]
    Task<Page<RoomTab>> ListPageAsync([Query] RoomId roomId, CancellationToken cancellationToken);
}
