using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>The space somebody meant, or what to tell them: not found, several of that title, not allowed.</summary>
public sealed class SpaceChoice
{
    private readonly Space? _space;
    private readonly Reply? _refusal;

    private SpaceChoice(Space? space, Reply? refusal) => (_space, _refusal) = (space, refusal);

    /// <summary>This space.</summary>
    public static SpaceChoice Of(Space space) => new(space, null);

    /// <summary>No space.</summary>
    public static SpaceChoice Refused(Reply refusal) => new(null, refusal);

    /// <summary>True with the space; false with the reply to return.</summary>
    public bool TryGet([NotNullWhen(true)] out Space? space, [NotNullWhen(false)] out Reply? refusal)
    {
        (space, refusal) = (_space, _refusal);
        return space is not null;
    }
}
