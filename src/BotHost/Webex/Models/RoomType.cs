using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Whether a room is a conversation of two people or a space.</summary>
[JsonConverter(typeof(LenientEnumConverter<RoomType>))]
internal enum RoomType
{
    Unknown,
    Direct,
    Group,
}
