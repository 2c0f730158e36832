using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What a recording is stored as.</summary>
[JsonConverter(typeof(LenientEnumConverter<RecordingFormat>))]
internal enum RecordingFormat
{
    Unknown,
    [JsonStringEnumMemberName("MP4")]
    Mp4,

    /// <summary>Webex's own format.</summary>
    [JsonStringEnumMemberName("ARF")]
    Arf,

    /// <summary>A file somebody added.</summary>
    [JsonStringEnumMemberName("UPLOADED")]
    Uploaded,
}
