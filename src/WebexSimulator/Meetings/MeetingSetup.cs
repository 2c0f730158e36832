namespace WebexSimulator.Meetings;

/// <summary>What meetings are made of.</summary>
internal static class MeetingSetup
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<MeetingSight>();
        services.AddSingleton<OnBehalf>();
        services.AddSingleton<InviteeReading>();
        services.AddSingleton<MeetingWriting>();
        services.AddSingleton<MeetingEvents>();
        services.AddSingleton<AdhocMeetings>();
        services.AddSingleton<MeetingQuota>();
        services.AddSingleton<MeetingListing>();
        services.AddSingleton<MeetingRules>();
    }
}
