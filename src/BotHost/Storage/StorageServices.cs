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
        services.AddHostedService<StoreProbe>();
        services.AddSingleton<Leader>();
        services.AddHostedService(provider => provider.GetRequiredService<Leader>());
        services.AddKeyedSingleton<ILanes>(LaneSet.Inbox, (provider, _) => new MemoryLanes(provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<ILanes>(LaneSet.Outbox, (provider, _) => new MemoryLanes(provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IStoreEngine Engine(StorageOptions options)
    {
        var connectionString = options.ConnectionStringFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : options.ConnectionString;
        return options.Provider == StorageOptions.PostgreSql ? new PostgreSqlEngine(connectionString) : new SqliteEngine(connectionString);
    }
}
