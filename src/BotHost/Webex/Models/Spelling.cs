using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>How Webex spells the values of an enumeration: in camel case, but for those that say otherwise.</summary>
internal static class Spelling
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, static one =>
        one.GetType().GetField(one.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(one.ToString()));
}
