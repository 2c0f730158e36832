namespace BotHost.Webex;

/// <summary>Which meetings to list. All of it may be left out: then those of the next seven days are listed, as series.</summary>
internal sealed record MeetingFilter : ICheckedRequest
{
    /// <summary>Only that one. Of this, <see cref="WebLink"/> and <see cref="RoomId"/> at most one may be set, and each makes Webex look past the times, kinds and states.</summary>
    public string? MeetingNumber { get; init; }

    /// <inheritdoc cref="MeetingNumber"/>
    public string? WebLink { get; init; }

    /// <summary>Those of a space. See <see cref="MeetingNumber"/>.</summary>
    public RoomId? RoomId { get; init; }

    /// <summary>The meetings of this series, to come and past. Makes Webex look past most of the rest.</summary>
    public MeetingId? MeetingSeriesId { get; init; }

    /// <summary>Inclusive. Unless told, now; of those that take or took place, seven days ago.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive. Unless told, seven days after the other bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Unless told, <see cref="MeetingType.MeetingSeries"/>.</summary>
    public MeetingType? MeetingType { get; init; }

    public MeetingState? State { get; init; }

    /// <summary>Unless told, meetings and webinars.</summary>
    public ScheduledType? ScheduledType { get; init; }

    public bool? IsModified { get; init; }

    /// <summary>This and the others that begin with Has: only with <see cref="MeetingType.Meeting"/> and <see cref="MeetingState.Ended"/>.</summary>
    public bool? HasChat { get; init; }

    public bool? HasRecording { get; init; }

    public bool? HasTranscription { get; init; }

    public bool? HasSummary { get; init; }

    public bool? HasClosedCaption { get; init; }

    public bool? HasPolls { get; init; }

    public bool? HasQA { get; init; }

    public bool? HasSlido { get; init; }

    /// <summary>False gives a series as such, with the times of its first meeting; otherwise the meeting of it that is next.</summary>
    public bool? Current { get; init; }

    /// <summary>As if this person asked; for administrators.</summary>
    public string? HostEmail { get; init; }

    public string? SiteUrl { get; init; }

    public string? IntegrationTag { get; init; }

    /// <summary>Meetings a page, 1 to 100; 10 unless told.</summary>
    public int? Max { get; init; }

    /// <summary>Of a meeting that has one, for who is neither host nor invited.</summary>
    public string? Password { get; init; }

    /// <summary>IANA name of the time zone in which to give times; UTC unless told.</summary>
    public string? Timezone { get; init; }

    public void Check()
    {
        ListLimits.Check(Max, ListLimits.Meetings);
        if ((MeetingNumber is null ? 0 : 1) + (WebLink is null ? 0 : 1) + (RoomId is null ? 0 : 1) is var selectors && selectors > 1)
            throw new ArgumentException($"Meetings are looked up in one way, and here are {selectors}. Set one of MeetingNumber, WebLink, RoomId.");
        ListLimits.CheckRange(From, To);
        if ((HasChat ?? HasRecording ?? HasTranscription ?? HasSummary ?? HasClosedCaption ?? HasPolls ?? HasQA ?? HasSlido) is not null
            && this is not { MeetingType: Webex.MeetingType.Meeting, State: MeetingState.Ended })
            throw new ArgumentException("What a meeting has is known of those that are over. Set MeetingType to Meeting and State to Ended too, or leave the Has… out.");
    }

    /// <summary>Nothing of it: addresses and passwords stay out of logs.</summary>
    public override string ToString() => "Meeting filter";
}
