namespace BotHost.Bot;

/// <summary>A meeting to schedule.</summary>
/// <param name="Title">1 to 128 characters.</param>
/// <param name="Start">When it begins, to the minute; not in the past.</param>
/// <param name="Length">10 minutes to 23 hours and 59 minutes.</param>
public sealed record MeetingPlan(string Title, DateTimeOffset Start, TimeSpan Length)
{
    /// <summary>What it is about, at most 1,300 characters.</summary>
    public string? Agenda { get; init; }

    /// <summary>Whom to invite, at most 1,000.</summary>
    public IReadOnlyList<PersonRef> Invitees { get; init; } = [];

    /// <summary>IANA name of the time zone in which it is scheduled and shown; UTC unless told.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A rule of RFC 2445 such as <c>FREQ=WEEKLY;COUNT=10</c>, for a series; it ends within five years.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Whether Webex sends e-mail to host and invitees. Default yes.</summary>
    public bool SendsEmail { get; init; } = true;

    /// <summary>The kind alone: titles and addresses stay out of logs.</summary>
    public override string ToString() => "Meeting plan";
}
