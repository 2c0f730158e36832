namespace BotHost.Webex;

/// <summary>A team to create; the caller becomes its moderator.</summary>
internal sealed record NewTeam
{
    public required string Name { get; init; }

    public string? Description { get; init; }
}
