using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>Kinds and orders of spaces, as agents name them.</summary>
internal enum SpaceKind
{
    Direct,
    Group,
}

/// <inheritdoc cref="SpaceKind"/>
internal enum SpaceOrder
{
    Id,
    Lastactivity,
    Created,
}

internal static class SpaceKinds
{
    public static RoomType? Type(this SpaceKind? kind) => kind switch { SpaceKind.Direct => RoomType.Direct, SpaceKind.Group => RoomType.Group, _ => null };

    public static RoomSort? Sort(this SpaceOrder? order) =>
        order switch { SpaceOrder.Id => RoomSort.Id, SpaceOrder.Created => RoomSort.Created, SpaceOrder.Lastactivity => RoomSort.LastActivity, _ => null };
}
