namespace BotHost.Schedule;

internal static class ScheduleServices
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services.AddSingleton<ScheduleStore>();
}
