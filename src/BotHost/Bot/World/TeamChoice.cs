using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>The team somebody meant, or what to tell them: not found, several of that name, not allowed.</summary>
public sealed class TeamChoice
{
    private readonly Team? _team;
    private readonly Reply? _refusal;

    private TeamChoice(Team? team, Reply? refusal) => (_team, _refusal) = (team, refusal);

    /// <summary>This team.</summary>
    public static TeamChoice Of(Team team) => new(team, null);

    /// <summary>No team.</summary>
    public static TeamChoice Refused(Reply refusal) => new(null, refusal);

    /// <summary>True with the team; false with the reply to return.</summary>
    public bool TryGet([NotNullWhen(true)] out Team? team, [NotNullWhen(false)] out Reply? refusal)
    {
        (team, refusal) = (_team, _refusal);
        return team is not null;
    }
}
