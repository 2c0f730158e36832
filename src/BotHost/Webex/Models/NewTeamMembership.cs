namespace BotHost.Webex;

/// <summary>A person to add to a team, named by id or by e-mail address.</summary>
internal sealed record NewTeamMembership : ICheckedRequest
{
    public required TeamId TeamId { get; init; }

    public PersonId? PersonId { get; init; }

    public string? PersonEmail { get; init; }

    public bool? IsModerator { get; init; }

    public void Check()
    {
        if (PersonId is null == PersonEmail is null)
            throw new ArgumentException("A membership names one person. Set either PersonId or PersonEmail.");
    }

    /// <summary>The team alone: addresses stay out of logs.</summary>
    public override string ToString() => $"New membership of team {TeamId}";
}
