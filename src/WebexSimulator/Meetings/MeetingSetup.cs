using WebexSimulator.Invitees;
using WebexSimulator.Model;
using WebexSimulator.Participants;
using WebexSimulator.Recordings;
using WebexSimulator.Transcripts;

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
        services.AddSingleton<ParticipantEvents>();
        services.AddSingleton<RecordingEvents>();
        services.AddSingleton<RecordingMaking>();
        services.AddSingleton<Leftovers>();
        services.AddSingleton<MeetingHolding>();
        services.AddSingleton<MeetingClock>();
        services.AddSingleton<AdhocMeetings>();
        services.AddSingleton<MeetingQuota>();
        services.AddSingleton<MeetingListing>();
        services.AddSingleton<MeetingRules>();
        services.AddSingleton<MeetingJoining>();
        services.AddSingleton<MeetingEnding>();
        services.AddSingleton<HostReassigning>();
        services.AddSingleton<AdminMeetings>();
        services.AddSingleton<InviteeRules>();
        services.AddSingleton<ParticipantRules>();
        services.AddSingleton<Callouts>();
        services.AddSingleton<RecordingRules>();
        services.AddSingleton<TranscriptRules>();
    }

    /// <summary>From now on what is due happens, also of what was kept over a restart.</summary>
    public static void WatchMeetings(this IServiceProvider services)
    {
        var world = services.GetRequiredService<World>();
        lock (world.Gate) services.GetRequiredService<MeetingClock>().Set();
    }
}
