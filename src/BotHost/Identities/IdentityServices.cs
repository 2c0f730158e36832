namespace BotHost.Identities;

internal static class IdentityServices
{
    public static IServiceCollection AddIdentities(this IServiceCollection services) => services.AddSingleton<IdentityClients>();
}
