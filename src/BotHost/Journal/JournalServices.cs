namespace BotHost.Journal;

internal static class JournalServices
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services.AddSingleton<StepJournal>();
}
