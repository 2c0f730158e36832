using Microsoft.Extensions.Options;

namespace BotHost.Outbox;

internal static class OutboxServices
{
    /// <summary>Adds the outbox. <see cref="WhenSent"/> must be added by whoever wants to know.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration("Outbox").ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        return services
            .AddSingleton<EffectWaits>()
            .AddSingleton<OwnMessages>()
            .AddSingleton<EffectOutbox>()
            .AddSingleton<EffectCalls>()
            .AddSingleton<Receipts>()
            .AddHostedService<OutboxSender>();
    }
}
