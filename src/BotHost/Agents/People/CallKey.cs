using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Tells whether two calls are the same: the same agent as the same identity, the same tool, the same arguments in whatever order.</summary>
internal static class CallKey
{
    public static string Of(AgentProfile agent, string tool, IDictionary<string, JsonElement>? arguments) =>
        AuditHash.Plain.Of("call", agent.Name, agent.Identity.ToString(), tool, Sorted(JsonSerializer.SerializeToNode(arguments))?.ToJsonString());

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject named => new JsonObject(named.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, Sorted(one.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
