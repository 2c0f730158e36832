using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What rooms are sorted by.</summary>
internal enum RoomSort
{
    Id,

    /// <summary>Newest first; best effort beyond 3,000 rooms.</summary>
    [JsonStringEnumMemberName("lastactivity")]
    LastActivity,

    Created,
}
