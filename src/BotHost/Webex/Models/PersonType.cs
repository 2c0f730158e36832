using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What kind of account a person is.</summary>
[JsonConverter(typeof(LenientEnumConverter<PersonType>))]
internal enum PersonType
{
    Unknown,
    Person,
    Bot,
    [JsonStringEnumMemberName("appuser")]
    AppUser,
}
