using WebexSimulator.Model;

namespace WebexSimulator.State;

/// <summary>All meetings and what is left of them, as they are kept in a file.</summary>
internal sealed record KeptMeetings(
    IReadOnlyList<KeptMeeting> All, IReadOnlyList<Recording> Recordings, IReadOnlyList<Transcript> Transcripts, IReadOnlyList<MeetingSummary> Summaries,
    IReadOnlyDictionary<Guid, string> Sites)
{
    public static KeptMeetings Of(MeetingBook book) => new(
        [.. book.All.Values.Select(KeptMeeting.Of)], [.. book.Recordings.Values], [.. book.Transcripts.Values], [.. book.Summaries.Values],
        new Dictionary<Guid, string>(book.Sites));

    public void Restore(MeetingBook book)
    {
        foreach (var meeting in All) meeting.Restore(book);
        foreach (var recording in Recordings) book.Recordings.Add(recording.Key, recording);
        foreach (var transcript in Transcripts) book.Transcripts.Add(transcript.Key, transcript);
        foreach (var summary in Summaries) book.Summaries.Add(summary.Key, summary);
        foreach (var (person, site) in Sites) book.Sites.Add(person, site);
    }
}

internal sealed record KeptMeeting(
    Meeting Meeting, IReadOnlyList<KeptException> Exceptions, IReadOnlyList<MeetingInstance> Instances, IReadOnlyList<Invitee> Invitees,
    IReadOnlyList<Registrant> Registrants, bool IsDeleted)
{
    public static KeptMeeting Of(MeetingState state) => new(
        state.Meeting, [.. state.Exceptions.Select(exception => new KeptException(exception.Key, exception.Value))], [.. state.Instances], [.. state.Invitees.Values],
        [.. state.Registrants.Values], state.IsDeleted);

    public void Restore(MeetingBook book)
    {
        var state = book.Add(Meeting);
        foreach (var (at, plan) in Exceptions) state.Exceptions.Add(at, plan);
        state.Instances.AddRange(Instances);
        foreach (var invitee in Invitees) state.Invitees.Add(invitee.Number, invitee);
        foreach (var registrant in Registrants) state.Registrants.Add(registrant.Key, registrant);
        state.IsDeleted = IsDeleted;
    }
}

/// <summary>An occurrence that is other than its series says; without a plan, one that was deleted.</summary>
internal sealed record KeptException(DateTimeOffset At, MeetingPlan? Plan);
