namespace BotHost.Webex;

/// <summary>Which participants, by e-mail address and by when they came.</summary>
internal sealed record ParticipantQuery(IReadOnlyList<string>? Emails = null, DateTimeOffset? JoinTimeFrom = null, DateTimeOffset? JoinTimeTo = null)
{
    /// <summary>Nothing of it: addresses stay out of logs.</summary>
    public override string ToString() => "Participant query";
}

/// <summary>What is to happen to a participant; for host and co-host. To expel outranks the rest.</summary>
internal sealed record ParticipantUpdate(bool? Muted = null, bool? Admit = null, bool? Expel = null) : ICheckedRequest
{
    public void Check()
    {
        if ((Muted ?? Admit ?? Expel) is null)
            throw new ArgumentException("Nothing is to happen to the participant. Set Muted, Admit or Expel.");
    }
}

/// <summary>People to let in from the lobby of one meeting, 1 to 100.</summary>
internal sealed record Admission(IReadOnlyList<Admitted> Items) : ICheckedRequest
{
    public void Check() => MeetingLimits.CheckCount(Items, 1, MeetingLimits.AtOnce, nameof(Items));
}

/// <summary>Somebody to let in.</summary>
internal sealed record Admitted(ParticipantId ParticipantId, string? BreakoutSessionId = null);

/// <summary>A device to ring, so that it joins; it rings for 30 seconds.</summary>
internal sealed record NewCallout : ICheckedRequest
{
    private const int NameLength = 32;

    /// <summary>This or <see cref="MeetingNumber"/>.</summary>
    public MeetingId? MeetingId { get; init; }

    public string? MeetingNumber { get; init; }

    /// <summary>Its SIP address.</summary>
    public required string Address { get; init; }

    public string? AddressType { get; init; }

    /// <summary>A UUID in lower case, with hyphens.</summary>
    public string? InvitationCorrelationId { get; init; }

    /// <summary>At most 32 characters.</summary>
    public required string DisplayName { get; init; }

    public void Check()
    {
        if (MeetingId is null && MeetingNumber is null)
            throw new ArgumentException("A device is rung for a meeting. Set MeetingId or MeetingNumber.");
        MeetingLimits.CheckLength(DisplayName, NameLength, nameof(DisplayName));
    }

    /// <summary>Nothing of it: names and addresses stay out of logs.</summary>
    public override string ToString() => "New callout";
}

/// <summary>A device that is rung.</summary>
/// <param name="State">Only <c>pending</c> so far.</param>
internal sealed record Callout(
    ParticipantId? ParticipantId,
    MeetingId? MeetingId,
    string? MeetingNumber,
    string? Address,
    string? AddressType,
    string? InvitationCorrelationId,
    string? DisplayName,
    string? State)
{
    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Callout {ParticipantId}";
}

/// <summary>A device that is to be rung no longer.</summary>
internal sealed record CalloutCancellation(ParticipantId ParticipantId);
