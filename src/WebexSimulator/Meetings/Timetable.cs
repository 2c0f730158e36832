using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>One meeting of a series, as it is to be.</summary>
/// <param name="At">When the series says it is. It stays that, and its id with it, when the occurrence is put off.</param>
internal sealed record Occurrence(DateTimeOffset At, MeetingPlan Plan, bool IsModified);

/// <summary>Which occurrences a series has. They are reckoned whenever somebody asks: a series may have no end.</summary>
internal static class Timetable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Those that a span of time has some of, in order.</summary>
    public static IEnumerable<Occurrence> Between(MeetingState state, DateTimeOffset from, DateTimeOffset to) =>
        Regular(state, from).TakeWhile(occurrence => occurrence.Plan.Start < to)
            .Concat(Modified(state)).Where(occurrence => occurrence.Plan.End > from && occurrence.Plan.Start < to)
            .OrderBy(occurrence => occurrence.Plan.Start);

    /// <summary>The one that is now, or else the next; null when all are over.</summary>
    public static Occurrence? Current(MeetingState state, DateTimeOffset now) =>
        Regular(state, now).Where(occurrence => occurrence.Plan.End > now).Take(1)
            .Concat(Modified(state).Where(occurrence => occurrence.Plan.End > now))
            .MinBy(occurrence => occurrence.Plan.Start);

    /// <summary>The next that begins after a time.</summary>
    public static Occurrence? After(MeetingState state, DateTimeOffset time) =>
        Regular(state, time).Where(occurrence => occurrence.Plan.Start > time).Take(1)
            .Concat(Modified(state).Where(occurrence => occurrence.Plan.Start > time))
            .MinBy(occurrence => occurrence.Plan.Start);

    public static Occurrence? Find(MeetingState state, DateTimeOffset at)
    {
        if (state.Exceptions.TryGetValue(at, out var plan)) return plan is null ? null : new(at, plan, IsModified: true);
        return Regular(state, at).SkipWhile(occurrence => occurrence.At < at).FirstOrDefault() is { } found && found.At == at ? found : null;
    }

    /// <summary>The first there ever was; of a series that never had one, what it was meant to be.</summary>
    public static Occurrence First(MeetingState state) =>
        Regular(state, state.Meeting.Plan.Start).FirstOrDefault() ?? Modified(state).MinBy(occurrence => occurrence.Plan.Start)
        ?? new(state.Meeting.Plan.Start, state.Meeting.Plan, IsModified: false);

    private static IEnumerable<Occurrence> Modified(MeetingState state) =>
        state.Exceptions.Where(exception => exception.Value is not null).Select(exception => new Occurrence(exception.Key, exception.Value!, IsModified: true));

    // As the series has them, without those that are other than it says.
    private static IEnumerable<Occurrence> Regular(MeetingState state, DateTimeOffset from)
    {
        var plan = state.Meeting.Plan;
        var duration = plan.End - plan.Start;
        var starts = state.Meeting.Recurrence is { } rule ? Recurrence.Starts(plan, rule, from - Longest) : [plan.Start];
        return starts.Where(start => start + duration > from && !state.Exceptions.ContainsKey(start))
            .Select(start => new Occurrence(start, plan with { Start = start, End = start + duration }, IsModified: false));
    }
}
