namespace BotHost.Webex;

/// <summary>What Webex takes of a meeting.</summary>
internal static class MeetingLimits
{
    /// <summary>Characters of a title, and of a name.</summary>
    public const int Title = 128;

    public const int Agenda = 1300;

    public const int Invitees = 1000;

    /// <summary>Of one call that names several: invitees, people let in, meetings with a new host, people a recording is shared with.</summary>
    public const int AtOnce = 100;

    private const int Tags = 3, TagLength = 64;

    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Longest = new(23, 59, 0);

    private static readonly int[] JoinBefore = [0, 5, 10, 15, 30, 45, 60];

    public static void CheckSettings(MeetingSettings meeting)
    {
        CheckLength(meeting.Title, Title, "The title");
        if (meeting is { AllowAnyUserToBeCoHost: true, AllowFirstUserToBeCoHost: true })
            throw new ArgumentException("Either the first or everybody with a host account becomes a co-host. Set one of AllowFirstUserToBeCoHost and AllowAnyUserToBeCoHost.");
        if (meeting.JoinBeforeHostMinutes is { } minutes && !JoinBefore.Contains(minutes))
            throw new ArgumentException($"People may join 0, 5, 10 or 15 minutes before the host, a webinar 0, 15, 30, 45 or 60, and not {minutes}. Set JoinBeforeHostMinutes to one of these.");
        if (meeting.VisualWatermarkOpacity is < 5 or > 80)
            throw new ArgumentException($"A watermark's opacity is 5 to 80 and not {meeting.VisualWatermarkOpacity}. Set VisualWatermarkOpacity within that range.");
        if (meeting is { EnabledLiveStream: true, LiveStream: null })
            throw new ArgumentException("A live stream goes somewhere. Set LiveStream, or leave EnabledLiveStream out.");
        if (meeting is { RestrictToInvitees: true, RequireAttendeeLogin: false })
            throw new ArgumentException("Only attendees who log in can be told from those not invited. Set RequireAttendeeLogin too, or leave RestrictToInvitees out.");
        if (meeting.IntegrationTags is { Count: > Tags } || meeting.IntegrationTags?.Any(tag => tag.Length > TagLength) == true)
            throw new ArgumentException($"A meeting has at most {Tags} tags of {TagLength} characters. Shorten IntegrationTags.");
    }

    /// <summary>Seconds count for nothing: Webex cuts both to the minute.</summary>
    public static void CheckTimes(DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start is not { } from || end is not { } to || (Minute(to) - Minute(from)) is var length && length >= Shortest && length <= Longest)
            return;
        throw new ArgumentException("A meeting lasts 10 minutes to 23 hours and 59 minutes. Set End accordingly.");
    }

    public static void CheckLength(string? text, int most, string what)
    {
        if (text?.Length > most)
            throw new ArgumentException($"{what} is {text.Length} characters long and Webex takes {most}. Shorten it.");
    }

    public static void CheckCount<T>(IReadOnlyCollection<T>? items, int least, int most, string what)
    {
        if ((items?.Count ?? 0) is var count && (count < least || count > most))
            throw new ArgumentException($"{what} has {count} entries and Webex takes {least} to {most}. Split it into several calls, or leave the call out.");
    }

    private static DateTimeOffset Minute(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
}
