namespace WebexSimulator.Model;

/// <summary>All meetings and what is left of them. Used inside the world's lock.</summary>
internal sealed class MeetingBook
{
    public Dictionary<Guid, MeetingState> All { get; } = [];

    public Dictionary<Guid, Recording> Recordings { get; } = [];

    public Dictionary<Guid, Transcript> Transcripts { get; } = [];

    public Dictionary<Guid, MeetingSummary> Summaries { get; } = [];

    /// <summary>The site somebody prefers, where he has said so.</summary>
    public Dictionary<Guid, string> Sites { get; } = [];

    /// <summary>Those that have not been deleted.</summary>
    public IEnumerable<MeetingState> Scheduled => All.Values.Where(state => !state.IsDeleted);

    public MeetingState Add(Meeting meeting)
    {
        var state = new MeetingState(meeting);
        All.Add(meeting.Key, state);
        return state;
    }

    /// <summary>What was held of it stays, with its recordings and transcripts.</summary>
    public void Remove(MeetingState state)
    {
        if (state.Instances.Count == 0) All.Remove(state.Meeting.Key);
        else state.IsDeleted = true;
    }

    public void Clear()
    {
        All.Clear();
        Recordings.Clear();
        Transcripts.Clear();
        Summaries.Clear();
        Sites.Clear();
    }
}
