namespace BotHost.CatchUp;

internal static class CatchUpServices
{
    /// <summary>Before the dispatcher, so that it stops later: rooms that are held must not be worked in once they are given back.</summary>
    public static IServiceCollection AddCatchUp(this IServiceCollection services)
    {
        services.AddOptions<CatchUpOptions>().BindConfiguration("CatchUp").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ActiveRooms>()
            .AddSingleton<RoomCatchUp>()
            .AddSingleton<GapCatchUp>()
            .AddHostedService<Heartbeat>()
            .AddHostedService<Sweep>()
            .AddHostedService<CatchUpService>();
    }
}
