using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What a meeting's object stands for.</summary>
[JsonConverter(typeof(LenientEnumConverter<MeetingType>))]
internal enum MeetingType
{
    Unknown,

    /// <summary>All meetings of one schedule; one that takes place once is a series, too.</summary>
    MeetingSeries,

    /// <summary>One meeting of a series, at its time.</summary>
    ScheduledMeeting,

    /// <summary>One that takes place, or took place.</summary>
    Meeting,
}
