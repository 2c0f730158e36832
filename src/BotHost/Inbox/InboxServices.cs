using BotHost.Storage;

namespace BotHost.Inbox;

internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<IEventOrder>(services =>
            services.GetRequiredKeyedService<ILanes>(LaneSet.Inbox).IsShared ? new StoredOrder() : new HeldOrder())
        .AddSingleton<EventInbox>()
        .AddSingleton<DoorWatermark>()
        .AddSingleton<DoorState>()
        .AddSingleton<RoomsGate>();
}
