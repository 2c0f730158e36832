using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>The meeting somebody meant, or what to tell them: not found, or several of that title.</summary>
public sealed class MeetingChoice
{
    private readonly Meeting? _meeting;
    private readonly Reply? _refusal;

    private MeetingChoice(Meeting? meeting, Reply? refusal) => (_meeting, _refusal) = (meeting, refusal);

    /// <summary>This meeting.</summary>
    public static MeetingChoice Of(Meeting meeting) => new(meeting, null);

    /// <summary>No meeting.</summary>
    public static MeetingChoice Refused(Reply refusal) => new(null, refusal);

    /// <summary>True with the meeting; false with the reply to return.</summary>
    public bool TryGet([NotNullWhen(true)] out Meeting? meeting, [NotNullWhen(false)] out Reply? refusal)
    {
        (meeting, refusal) = (_meeting, _refusal);
        return meeting is not null;
    }
}
