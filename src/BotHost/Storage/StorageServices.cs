using Microsoft.Extensions.Options;

namespace BotHost.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(provider => Engine(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<Database>();
        services.AddSingleton<FreeSpace>();
        services.AddSingleton<StoreCare>();
        services.AddHostedService<StoreProbe>();
        services.AddSingleton<Leader>();
        services.AddHostedService(provider => provider.GetRequiredService<Leader>());
        return services.AddLanes(LaneSet.Inbox).AddLanes(LaneSet.Outbox)
            .AddSingleton(LeaseTimes.Default)
            .AddSingleton<LaneTable>()
            .AddSingleton<LaneBell>()
            .AddHostedService<LaneKeeper>()
            .AddHostedService<LaneListener>()
            .AddHostedService<LaneSweep>();
    }

    private static IServiceCollection AddLanes(this IServiceCollection services, string set) => services
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<LeasedLanes>(provider, set + ":"))
        .AddKeyedSingleton<ILanes>(set, (provider, _) => provider.GetRequiredService<IStoreEngine>().IsShared
            ? provider.GetServices<LeasedLanes>().Single(lanes => lanes.Set == set + ":")
            : new MemoryLanes(provider.GetRequiredService<TimeProvider>()));

    private static IStoreEngine Engine(StorageOptions options) =>
        options.Provider == StorageOptions.PostgreSql ? new PostgreSqlEngine(options.Effective()) : new SqliteEngine(options.Effective());
}
