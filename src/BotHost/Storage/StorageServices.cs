using Microsoft.Extensions.Options;

namespace BotHost.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            return new Database(options.ConnectionStringFile is { Length: > 0 } file
                ? System.IO.File.ReadAllText(file).Trim()
                : options.ConnectionString);
        });
        services.AddKeyedSingleton<ILanes>(LaneSet.Inbox, (provider, _) => new MemoryLanes(provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<ILanes>(LaneSet.Outbox, (provider, _) => new MemoryLanes(provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
