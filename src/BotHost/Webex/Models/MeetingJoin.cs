namespace BotHost.Webex;

/// <summary>
/// A wish for the links of a meeting. Webex would rather redirect to it, which is of no use to a program: so it is always asked for the links.
/// </summary>
internal sealed record MeetingJoin : ICheckedRequest
{
    /// <summary>A series, or one meeting of it. This, <see cref="MeetingNumber"/> or <see cref="WebLink"/>.</summary>
    public MeetingId? MeetingId { get; init; }

    public string? MeetingNumber { get; init; }

    public string? WebLink { get; init; }

    public bool JoinDirectly { get; } = false;

    /// <summary>Who is to join; the caller unless told.</summary>
    public string? Email { get; init; }

    /// <summary>Needs an <see cref="Email"/>.</summary>
    public string? DisplayName { get; init; }

    public string? Password { get; init; }

    /// <summary>How long the link holds, 1 to 60 minutes.</summary>
    public int? ExpirationMinutes { get; init; }

    public string? RegistrationId { get; init; }

    /// <summary>For administrators and service apps.</summary>
    public string? HostEmail { get; init; }

    public bool? CreateJoinLinkAsWebLink { get; init; }

    public bool? CreateStartLinkAsWebLink { get; init; }

    public void Check()
    {
        if ((MeetingId is null ? 0 : 1) + (MeetingNumber is null ? 0 : 1) + (WebLink is null ? 0 : 1) is var named && named != 1)
            throw new ArgumentException($"One meeting is joined, and here are {named}. Set one of MeetingId, MeetingNumber, WebLink.");
        if (DisplayName is not null && Email is null)
            throw new ArgumentException("A name is that of an address. Set Email too, or leave DisplayName out.");
        MeetingLimits.CheckLength(DisplayName, MeetingLimits.Title, nameof(DisplayName));
        if (ExpirationMinutes is < 1 or > 60)
            throw new ArgumentException($"A link holds 1 to 60 minutes and not {ExpirationMinutes}. Set ExpirationMinutes within that range.");
    }

    /// <summary>Nothing of it: addresses and passwords stay out of logs.</summary>
    public override string ToString() => "Meeting join";
}

/// <summary>How a meeting is entered, without logging in.</summary>
/// <param name="StartLink">For its host; null for everybody else.</param>
/// <param name="Expiration">Until when both hold.</param>
internal sealed record MeetingLinks(string? StartLink, string? JoinLink, DateTimeOffset? Expiration)
{
    /// <summary>Nothing of it: whoever has a link is in.</summary>
    public override string ToString() => "Meeting links";
}
