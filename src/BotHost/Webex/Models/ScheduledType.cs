using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What kind of meeting was scheduled.</summary>
[JsonConverter(typeof(LenientEnumConverter<ScheduledType>))]
internal enum ScheduledType
{
    Unknown,
    Meeting,
    Webinar,

    /// <summary>In the host's personal room.</summary>
    PersonalRoomMeeting,
}
