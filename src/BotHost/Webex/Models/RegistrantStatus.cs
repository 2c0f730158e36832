using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What became of a registration.</summary>
[JsonConverter(typeof(LenientEnumConverter<RegistrantStatus>))]
internal enum RegistrantStatus
{
    Unknown,

    /// <summary>It waits for the host.</summary>
    Pending,
    Approved,
    Rejected,
}
