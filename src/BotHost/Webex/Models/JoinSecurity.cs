using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>How whoever was not invited comes into a meeting that is not locked.</summary>
[JsonConverter(typeof(LenientEnumConverter<JoinSecurity>))]
internal enum JoinSecurity
{
    Unknown,
    AllowJoin,

    /// <summary>They wait until the host lets them in.</summary>
    AllowJoinWithLobby,
    BlockFromJoin,
}
