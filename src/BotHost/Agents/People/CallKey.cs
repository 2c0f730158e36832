using System.Text;
using System.Text.Json;
using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Tells whether two calls are the same: the same agent as the same identity, the same tool, the same arguments in whatever order.</summary>
internal static class CallKey
{
    public static string Of(AgentProfile agent, string tool, IDictionary<string, JsonElement>? arguments) =>
        AuditHash.Plain.Of("call", agent.Name, agent.Identity.ToString(), tool, Sorted(JsonSerializer.SerializeToElement(arguments)));

    /// <summary>As JSON, with what has a name in the order of the names. What has it twice keeps both, as it is sent.</summary>
    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Joined('{', element.EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{JsonSerializer.Serialize(one.Name)}:{Sorted(one.Value)}"), '}'),
        JsonValueKind.Array => Joined('[', element.EnumerateArray().Select(Sorted), ']'),
        _ => element.GetRawText(),
    };

    private static string Joined(char first, IEnumerable<string> parts, char last) => new StringBuilder().Append(first).AppendJoin(',', parts).Append(last).ToString();
}
