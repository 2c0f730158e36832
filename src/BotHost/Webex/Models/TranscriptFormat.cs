using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What a transcript is written as.</summary>
[JsonConverter(typeof(LenientEnumConverter<TranscriptFormat>))]
internal enum TranscriptFormat
{
    Unknown,

    /// <summary>With times, as subtitles.</summary>
    Vtt,
    Txt,
}
