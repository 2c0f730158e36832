namespace BotHost.Inbox;

internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<EventInbox>()
        .AddSingleton<DoorWatermark>()
        .AddSingleton<DoorState>()
        .AddSingleton<RoomsGate>();
}
