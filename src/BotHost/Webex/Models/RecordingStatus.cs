using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Whether a recording or transcript can be had.</summary>
[JsonConverter(typeof(LenientEnumConverter<RecordingStatus>))]
internal enum RecordingStatus
{
    Unknown,
    Available,

    /// <summary>In the recycle bin, for recordings; for compliance officers, for transcripts.</summary>
    Deleted,

    /// <summary>For good.</summary>
    Purged,
}
