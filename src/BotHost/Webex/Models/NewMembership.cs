namespace BotHost.Webex;

/// <summary>A person to add to a room, named by id or by e-mail address.</summary>
internal sealed record NewMembership : ICheckedRequest
{
    public required RoomId RoomId { get; init; }

    public PersonId? PersonId { get; init; }

    public string? PersonEmail { get; init; }

    /// <summary>In a group room without moderators this locks the room and makes the caller a moderator too.</summary>
    public bool? IsModerator { get; init; }

    public void Check()
    {
        if (PersonId is null == PersonEmail is null)
            throw new ArgumentException("A membership names one person. Set either PersonId or PersonEmail.");
    }

    /// <summary>The room alone: addresses stay out of logs.</summary>
    public override string ToString() => $"New membership of room {RoomId}";
}
