using BotHost.Bot;

namespace BotHost.Dispatch;

internal static class DispatchServices
{
    public static IServiceCollection AddDispatch(this IServiceCollection services) => services
        .AddSingleton<Freshness>()
        .AddSingleton<PeopleDirectory>()
        .AddSingleton<IAuthoriser, Authoriser>()
        .AddSingleton<ReplySender>()
        .AddSingleton<TurnFactory>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<MessageTurns>()
        .AddSingleton<SubmitTurns>()
        .AddSingleton<EventRouter>()
        .AddHostedService<Dispatcher>();
}
