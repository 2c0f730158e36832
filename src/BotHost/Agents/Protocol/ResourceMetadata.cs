using System.Text.Json.Serialization;

namespace BotHost.Agents;

/// <summary>Tells a client without a key where to get a token (RFC 9728).</summary>
internal sealed class ResourceMetadata(PublicAddress address)
{
    public const string Path = "/.well-known/oauth-protected-resource";

    /// <summary>Where it is found: the well-known path goes before the resource's own.</summary>
    public Uri Address => address.Of(Path + AgentEndpoints.Mcp);

    public object Document() => new Content(address.Of(AgentEndpoints.Mcp).AbsoluteUri, []);

    private sealed record Content(
        [property: JsonPropertyName("resource")] string Resource,
        [property: JsonPropertyName("authorization_servers")] IReadOnlyList<string> AuthorizationServers)
    {
        [JsonPropertyName("bearer_methods_supported")]
        public IReadOnlyList<string> BearerMethods => ["header"];

        [JsonPropertyName("resource_name")]
        public string Name => "BotHost";
    }
}
