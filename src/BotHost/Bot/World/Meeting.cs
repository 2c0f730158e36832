namespace BotHost.Bot;

/// <summary>A meeting.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SeriesId">Its series, where it is one meeting of it; otherwise the same as <paramref name="Id"/>.</param>
/// <param name="Number">The number by which it is joined.</param>
/// <param name="Title">Its title, as people wrote it: escape it before echoing.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="HostEmail">Whose it is.</param>
/// <param name="Address">The page from which it is joined; null where Webex does not show it.</param>
public sealed record Meeting(
    MeetingId Id, MeetingId SeriesId, string Number, string Title, DateTimeOffset Start, DateTimeOffset End, MeetingPhase Phase, string HostEmail, string? Address);

/// <summary>How far a meeting is.</summary>
public enum MeetingPhase
{
    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>It takes place.</summary>
    UnderWay,

    /// <summary>It took place, or nobody came.</summary>
    Over,
}

/// <summary>Somebody who is invited to a meeting.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Email">Their address.</param>
/// <param name="DisplayName">Their name, as they wrote it: escape it before echoing.</param>
/// <param name="IsCoHost">True for who may start and lead it.</param>
public sealed record Invitee(MeetingInviteeId Id, string Email, string DisplayName, bool IsCoHost);

/// <summary>How a meeting is entered.</summary>
/// <param name="Join">To take part.</param>
/// <param name="Start">To begin it, for its host; null for everybody else.</param>
public sealed record JoinLinks(string Join, string? Start)
{
    /// <summary>Nothing of it: whoever has a link is in.</summary>
    public override string ToString() => "Join links";
}
