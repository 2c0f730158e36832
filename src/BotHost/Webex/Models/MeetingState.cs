using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>How far a meeting is. Which are possible depends on its <see cref="MeetingType"/>.</summary>
[JsonConverter(typeof(LenientEnumConverter<MeetingState>))]
internal enum MeetingState
{
    Unknown,

    /// <summary>Of a series: it has meetings to come.</summary>
    Active,

    /// <summary>Of one meeting of a series: it is to come.</summary>
    Scheduled,

    /// <summary>Of one meeting of a series: it may be started or joined now.</summary>
    Ready,

    /// <summary>Of one that takes place: it is locked, people wait, and no host is there.</summary>
    Lobby,
    InProgress,

    /// <summary>It took place.</summary>
    Ended,

    /// <summary>Its time is over and nobody started it.</summary>
    Missed,

    /// <summary>Of a series: all its meetings are over.</summary>
    Expired,
}
