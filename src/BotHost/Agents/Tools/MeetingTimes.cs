namespace BotHost.Agents;

/// <summary>When a meeting ends, told either way.</summary>
internal static class MeetingTimes
{
    public static DateTimeOffset? End(DateTimeOffset? start, DateTimeOffset? end, int? minutes) => (end, minutes, start) switch
    {
        ({ }, { }, _) => throw new ToolException("Give end or duration, not both."),
        (null, { } some, { } from) => from.AddMinutes(some),
        (null, { }, null) => throw new ToolException("A duration needs a start. Give start too, or end instead of duration."),
        _ => end,
    };
}
