using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BotHost.Access;

/// <summary>
/// Judges bearer tokens of an authorisation server: its signature, for this server, in force. A token is read here and goes nowhere else, least of all
/// to Webex.
/// </summary>
internal sealed partial class AgentTokens : IDisposable
{
    /// <summary>Signatures only, of keys that the server does not share: with a shared one, whoever verifies could sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };
    private readonly AgentAuthorization _authorization;
    private readonly TimeProvider _time;
    private readonly ILogger<AgentTokens> _logger;
    private readonly OnceAMinute _log;
    private readonly AgentKeySets _documents = new();
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _issuer;

    public AgentTokens(AgentAuthorization authorization, TimeProvider time, ILogger<AgentTokens> logger)
    {
        (_authorization, _time, _logger, _log) = (authorization, time, logger, new OnceAMinute(time));
        if (authorization.Issuer is { } issuer)
        {
            _issuer = new(issuer.TrimEnd('/') + AgentKeySets.OpenId, new OpenIdConnectConfigurationRetriever(), _documents) { RefreshInterval = TimeSpan.FromSeconds(30) };
        }
    }

    /// <summary>What the token says of which agent it is; null where it is no token for here.</summary>
    public async Task<string?> SubjectAsync(string bearer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_issuer is null || !_handler.CanReadToken(bearer))
            return null;
        var result = await _handler.ValidateTokenAsync(bearer, Parameters(_issuer)).ConfigureAwait(false);
        if (!result.IsValid)
        {
            // The kind of fault alone: a message may quote the token.
            if (_log.May("refused"))
                Log.Refused(_logger, result.Exception?.GetType().Name ?? "invalid");
            return null;
        }

        return HasScopes(result.Claims) && result.Claims.TryGetValue(_authorization.Claim, out var claim) && claim is string { Length: > 0 } subject ? subject : null;
    }

    public void Dispose() => _documents.Dispose();

    private TokenValidationParameters Parameters(BaseConfigurationManager issuer) => new()
    {
        ConfigurationManager = issuer,
        ValidAlgorithms = Algorithms,
        ValidAudience = _authorization.Resource,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        // The settings name the issuer; what its own document says it is called adds nobody.
        IssuerValidator = (said, _, _) => string.Equals(said, _authorization.Issuer, StringComparison.Ordinal)
            ? said : throw new SecurityTokenInvalidIssuerException("Another issuer."),
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => until is { } end && end + ClockSkew > Now && (from is not { } start || start - ClockSkew <= Now),
    };

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>RFC 8693 writes them into one string; some servers write <c>scp</c>, as a string or a list.</summary>
    private bool HasScopes(IDictionary<string, object> claims)
    {
        if (_authorization.Scopes.Count == 0)
            return true;
        var held = new[] { "scope", "scp" }.Select(name => claims.TryGetValue(name, out var value) ? value : null).SelectMany(value => value switch
        {
            string text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            IEnumerable<object> list => list.OfType<string>(),
            _ => [],
        }).ToHashSet(StringComparer.Ordinal);
        return _authorization.Scopes.All(held.Contains);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "An agent's bearer token was refused ({Why}). It must be signed by Agents:OAuth:Issuer, be made for this server, and be in force "
            + "(said once a minute at most)")]
        public static partial void Refused(ILogger logger, string why);
    }
}
