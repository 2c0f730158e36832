namespace BotHost.Webex;

/// <summary>Somebody to invite to a meeting. Who is invited already is a 409.</summary>
internal sealed record NewMeetingInvitee : ICheckedRequest
{
    /// <summary>A series, or one meeting of it.</summary>
    public required MeetingId MeetingId { get; init; }

    public required string Email { get; init; }

    /// <summary>At most 128 characters.</summary>
    public string? DisplayName { get; init; }

    public bool? CoHost { get; init; }

    /// <summary>For administrators.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether they are sent e-mail; so unless told.</summary>
    public bool? SendEmail { get; init; }

    public bool? Panelist { get; init; }

    public void Check() => MeetingLimits.CheckLength(DisplayName, MeetingLimits.Title, nameof(DisplayName));

    /// <summary>The meeting alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"New invitee of meeting {MeetingId}";
}

/// <summary>What an invitation is to become. Webex wants the address every time.</summary>
internal sealed record MeetingInviteeUpdate : ICheckedRequest
{
    public required string Email { get; init; }

    /// <summary>At most 128 characters.</summary>
    public string? DisplayName { get; init; }

    public bool? CoHost { get; init; }

    /// <summary>For administrators.</summary>
    public string? HostEmail { get; init; }

    public bool? SendEmail { get; init; }

    public bool? Panelist { get; init; }

    public void Check() => MeetingLimits.CheckLength(DisplayName, MeetingLimits.Title, nameof(DisplayName));

    /// <summary>Nothing of it: names and addresses stay out of logs.</summary>
    public override string ToString() => "Update of an invitee";
}
