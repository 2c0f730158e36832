namespace BotHost.Webex;

/// <summary>Somebody who is invited to a meeting.</summary>
internal sealed record MeetingInvitee : WebexItem
{
    public required MeetingInviteeId Id { get; init; }

    public MeetingId? MeetingId { get; init; }

    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    public bool CoHost { get; init; }

    /// <summary>Of a webinar.</summary>
    public bool Panelist { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Invitee {Id}";
}
