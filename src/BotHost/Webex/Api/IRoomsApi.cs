using Refit;

namespace BotHost.Webex;

/// <summary>Rooms, of those the caller is in.</summary>
internal interface IRoomsApi : IPages<Room>
{
    [Get("rooms/{roomId}")]
    Task<Room> GetAsync(RoomId roomId, CancellationToken cancellationToken);

    /// <summary>The caller becomes a member, and a moderator when the room is locked.</summary>
    [Post("rooms")]
    Task<Room> CreateAsync([Body] NewRoom room, CancellationToken cancellationToken);

    [Put("rooms/{roomId}")]
    Task<Room> UpdateAsync(RoomId roomId, [Body] RoomUpdate update, CancellationToken cancellationToken);

    /// <summary>Deletes the room for everybody; who is no moderator of a moderated room only leaves it; a team's room is archived.</summary>
    [Delete("rooms/{roomId}")]
    Task DeleteAsync(RoomId roomId, CancellationToken cancellationToken);

    [Get("rooms/{roomId}/meetingInfo")]
    Task<RoomMeetingInfo> GetMeetingInfoAsync(RoomId roomId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="RoomsApi.ListPublicAsync"/> gives them all.</summary>
    [Get("rooms?orgPublicSpaces=true")]
    Task<Page<Room>> ListPublicPageAsync(
        [Query] DateTimeOffset? from,
        [Query] DateTimeOffset? to,
        [Query] int? max,
        CancellationToken cancellationToken);

    /// <summary>One page; <see cref="RoomsApi.ListAsync"/> gives them all.</summary>
    [Get("rooms")]
    Task<Page<Room>> ListPageAsync(
        [Query] TeamId? teamId,
        [Query] RoomType? type,
        [Query] RoomSort? sortBy,
        [Query] int? max,
        CancellationToken cancellationToken);
}
