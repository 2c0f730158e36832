using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>What clients must know to get a bearer token for this host: what its protected-resource metadata tells.</summary>
internal sealed class AgentAuthorization(IOptions<AgentOptions> options, PublicAddress address)
{
    /// <summary>Where agents come to.</summary>
    public const string Path = "/mcp";

    private readonly AgentOAuthOptions _options = options.Value.OAuth;

    /// <summary>Whether tokens are taken at all; else keys only.</summary>
    public bool IsOn => Issuer is not null;

    /// <summary>The authorisation server, as it names itself; null where there is none.</summary>
    public string? Issuer => string.IsNullOrWhiteSpace(_options.Issuer) ? null : _options.Issuer.Trim();

    /// <summary>What a token must be made for. Known once the host listens.</summary>
    public string Resource => _options.Audience is { Length: > 0 } audience ? audience.Trim() : address.Of(Path).AbsoluteUri;

    /// <summary>What a token must allow, all of it.</summary>
    public IReadOnlyList<string> Scopes => AccessOptions.Split(_options.Scopes);

    /// <summary>The claim that names the agent.</summary>
    public string Claim => _options.Claim.Trim();

    /// <summary>Whether what comes from there is whose it says: over TLS, or from this machine.</summary>
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
