using System.Text.Json.Serialization;
using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Tells a client without a key where to get a token (RFC 9728).</summary>
internal sealed class ResourceMetadata(AgentAuthorization authorization, PublicAddress address)
{
    public const string Path = "/.well-known/oauth-protected-resource";

    /// <summary>Where it is found.</summary>
    public Uri Address => address.Of(Path + AgentAuthorization.Path);

    public object Document() => new Content(authorization.Resource)
    {
        AuthorizationServers = authorization.Issuer is { } issuer ? [issuer] : null,
        Scopes = authorization.Scopes is { Count: > 0 } scopes ? scopes : null,
    };

    private sealed record Content([property: JsonPropertyName("resource")] string Resource)
    {
        /// <summary>Without one, keys are all that is taken.</summary>
        [JsonPropertyName("authorization_servers"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<string>? AuthorizationServers { get; init; }

        [JsonPropertyName("scopes_supported"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<string>? Scopes { get; init; }

        [JsonPropertyName("bearer_methods_supported")]
        public IReadOnlyList<string> BearerMethods => ["header"];

        [JsonPropertyName("resource_name")]
        public string Name => "BotHost";
    }
}
