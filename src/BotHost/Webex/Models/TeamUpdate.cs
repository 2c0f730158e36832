namespace BotHost.Webex;

/// <summary>What a team is to become. Webex wants the name every time.</summary>
internal sealed record TeamUpdate
{
    public required string Name { get; init; }

    public string? Description { get; init; }
}
