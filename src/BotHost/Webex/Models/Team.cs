namespace BotHost.Webex;

/// <summary>A team. Its General room comes with it.</summary>
internal sealed record Team : WebexItem
{
    public required TeamId Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Real, though the specification does not name it.</summary>
    public PersonId? CreatorId { get; init; }

    public DateTimeOffset? Created { get; init; }
}
