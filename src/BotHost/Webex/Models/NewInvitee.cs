namespace BotHost.Webex;

/// <summary>Somebody to invite, along with a new meeting or several at once.</summary>
internal sealed record NewInvitee : ICheckedRequest
{
    public required string Email { get; init; }

    /// <summary>At most 128 characters.</summary>
    public string? DisplayName { get; init; }

    public bool? CoHost { get; init; }

    public bool? Panelist { get; init; }

    /// <summary>Whether they are sent e-mail; so unless told. Not along with a new meeting, which says it for all.</summary>
    public bool? SendEmail { get; init; }

    public void Check() => MeetingLimits.CheckLength(DisplayName, MeetingLimits.Title, "An invitee's DisplayName");

    /// <summary>Nothing of it: names and addresses stay out of logs.</summary>
    public override string ToString() => "New invitee";
}

/// <summary>People to invite to a meeting, at most 100, each once.</summary>
internal sealed record NewInvitees : ICheckedRequest
{
    /// <summary>A series, or one meeting of it.</summary>
    public required MeetingId MeetingId { get; init; }

    public required IReadOnlyList<NewInvitee> Items { get; init; }

    /// <summary>For administrators.</summary>
    public string? HostEmail { get; init; }

    public void Check()
    {
        MeetingLimits.CheckCount(Items, 1, MeetingLimits.AtOnce, nameof(Items));
        if (Items.DistinctBy(invitee => invitee.Email, StringComparer.OrdinalIgnoreCase).Count() < Items.Count)
            throw new ArgumentException("Somebody is invited twice. Name each address once.");
        foreach (var invitee in Items)
            invitee.Check();
    }

    /// <summary>The meeting alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"New invitees of meeting {MeetingId}";
}
