using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Where somebody is in a meeting.</summary>
[JsonConverter(typeof(LenientEnumConverter<ParticipantState>))]
internal enum ParticipantState
{
    Unknown,

    /// <summary>Waiting to be let in.</summary>
    Lobby,
    Joined,
    BreakoutSession,

    /// <summary>Gone, or the meeting is over.</summary>
    End,
}
