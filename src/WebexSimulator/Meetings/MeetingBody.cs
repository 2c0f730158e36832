using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebexSimulator.Meetings;

/// <summary>A meeting on the wire: a series, an occurrence or a meeting that is held or was. Times are in the zone the reader asked for.</summary>
internal sealed record MeetingBody
{
    public required string Id { get; init; }
    public string? MeetingSeriesId { get; init; }
    public string? ScheduledMeetingId { get; init; }
    public string? MeetingNumber { get; init; }
    public required string Title { get; init; }
    public string? Agenda { get; init; }
    public string? Password { get; init; }
    public string? PhoneAndVideoSystemPassword { get; init; }
    public required string MeetingType { get; init; }
    public required string State { get; init; }
    public bool? HostDidJoin { get; init; }
    public bool? AttendeeDidJoin { get; init; }
    public bool? IsModified { get; init; }
    public required string Timezone { get; init; }
    public required string Start { get; init; }
    public string? End { get; init; }
    public string? Recurrence { get; init; }
    public required string HostUserId { get; init; }
    public required string HostDisplayName { get; init; }
    public required string HostEmail { get; init; }
    public string? HostKey { get; init; }
    public required string SiteUrl { get; init; }
    public string? WebLink { get; init; }
    public string? RegisterLink { get; init; }
    public string? SipAddress { get; init; }
    public string? DialInIpAddress { get; init; }
    public string? RoomId { get; init; }
    public required string ScheduledType { get; init; }
    public bool? HasChat { get; init; }
    public bool? HasRecording { get; init; }
    public bool? HasTranscription { get; init; }
    public bool? HasClosedCaption { get; init; }
    public bool? HasPolls { get; init; }
    public bool? HasQA { get; init; }
    public bool? HasSlido { get; init; }
    public bool? HasRegistration { get; init; }
    public bool? HasRegistrants { get; init; }
    public IReadOnlyList<string>? IntegrationTags { get; init; }
    public required Telephony Telephony { get; init; }

    /// <summary>Everything it is set to. The serializer takes no init here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Settings { get; set; }
}

/// <summary>How to take part by telephone.</summary>
internal sealed record Telephony(string? AccessCode, IReadOnlyList<CallInNumber> CallInNumbers, IReadOnlyList<Telephony.Link> Links)
{
    public static Telephony Of(string meetingId, string number) => new(
        number, [new("US Toll", "+1-555-555-0100", "toll")], [new("globalCallinNumbers", $"/v1/meetings/{meetingId}/globalCallinNumbers", "GET")]);

    internal sealed record Link(string Rel, string Href, string Method);
}

internal sealed record CallInNumber(string Label, [property: JsonPropertyName("callInNumber")] string Number, string TollType);
