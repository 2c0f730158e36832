namespace BotHost.Webex;

/// <summary>How to meet in a room. Webex ended this on 31 January 2025 and has since answered with nothing in it.</summary>
internal sealed record RoomMeetingInfo
{
    public RoomId? RoomId { get; init; }

    public string? MeetingLink { get; init; }

    public string? SipAddress { get; init; }

    public string? MeetingNumber { get; init; }

    public string? MeetingId { get; init; }

    public string? CallInTollFreeNumber { get; init; }

    public string? CallInTollNumber { get; init; }
}
