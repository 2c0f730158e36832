namespace BotHost.Webex;

/// <summary>Why a meeting is ended; may be left out.</summary>
internal sealed record MeetingEnd(string? Reason);
