using System.Text.Json;

namespace WebexSimulator.Model;

/// <summary>A meeting as it was scheduled: with Webex always a series, of one occurrence where it does not recur.</summary>
internal sealed record Meeting
{
    public required Guid Key { get; init; }
    public required string Number { get; init; }
    public required Person Host { get; init; }

    /// <summary>The application it was scheduled with: its integration tags are that one's.</summary>
    public required string AppId { get; init; }
    public required string SiteUrl { get; init; }
    public required string HostKey { get; init; }
    public required string VideoPassword { get; init; }

    /// <summary><c>meeting</c>, <c>webinar</c> or <c>personalRoomMeeting</c>.</summary>
    public required string ScheduledType { get; init; }

    /// <summary>The room it belongs to, where there is one.</summary>
    public Guid? RoomKey { get; init; }

    /// <summary>Made to be started at once: it is neither listed nor changed, and a room has one at a time.</summary>
    public bool IsAdhoc { get; init; }

    /// <summary>As RFC 2445 writes it; null where it does not recur.</summary>
    public string? Recurrence { get; init; }
    public IReadOnlyList<string> IntegrationTags { get; init; } = [];

    /// <summary>Of the first occurrence, and of every one that was not changed by itself.</summary>
    public required MeetingPlan Plan { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string Id => Key.ToString("N");

    public string WebLink => $"https://{SiteUrl}/{SiteUrl.Split('.')[0]}/j.php?MTID=m{Key:N}";

    public string SipAddress => $"{Number}@{SiteUrl}";
}

/// <summary>What an occurrence may have differently from its series.</summary>
/// <param name="TimeZone">Of the IANA data base.</param>
/// <param name="Settings">An object of everything that is kept and shown, and does nothing here.</param>
internal sealed record MeetingPlan(
    string Title, string? Agenda, string Password, string TimeZone, DateTimeOffset Start, DateTimeOffset End, JsonElement Settings);
