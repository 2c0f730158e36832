namespace BotHost.State;

internal static class StateServices
{
    public static IServiceCollection AddState(this IServiceCollection services) => services.AddSingleton<StateStore>();
}
