using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotHost.Tests.Agents.Gate;

/// <summary>An authorisation server as far as whoever takes its tokens sees it: its configuration and its keys.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    /// <summary>What every server signs with first: a key takes a while to find.</summary>
    private static readonly RSAParameters Own = NewKey();

    private readonly WebApplication _app;
    private readonly List<(SecurityKey Key, JsonWebKey Published)> _keys = [];

    private TokenServer(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.First() + Path;

    public string Path { get; private init; } = "";

    public SecurityKey Key => _keys[^1].Key;

    public JsonWebKey Published => _keys[^1].Published;

    /// <summary>What it was asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <param name="isOpenId">Else it knows OAuth and no more.</param>
    public static async Task<TokenServer> StartAsync(bool isOpenId = true, string path = "", CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var app = builder.Build();
        var server = new TokenServer(app) { Path = path };
        server.AddKey(new RsaSecurityKey(RSA.Create(Own)));
        app.Run(async context =>
        {
            lock (server.Asked)
                server.Asked.Add($"{context.Request.Path} {context.Request.Headers.Authorization}".Trim());
            var configuration = isOpenId ? path + "/.well-known/openid-configuration" : "/.well-known/oauth-authorization-server" + path;
            if (context.Request.Path == configuration)
                await context.Response.WriteAsJsonAsync(new { issuer = server.Issuer, jwks_uri = app.Urls.First() + "/keys", token_endpoint = app.Urls.First() + "/token" }, cancellationToken);
            else if (context.Request.Path == "/keys")
                await context.Response.WriteAsync("{\"keys\":[" + string.Join(',', server._keys.Select(key => Json(key.Published))) + "]}", cancellationToken);
            else
                context.Response.StatusCode = 404;
        });
        await app.StartAsync(cancellationToken);
        return server;
    }

    public void AddKey(SecurityKey key)
    {
        key.KeyId = $"key-{_keys.Count}";
        _keys.Add((key, key is RsaSecurityKey rsa ? JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa) : JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)key)));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Signed by its key, unless by another.</summary>
    public string Token(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null, SigningCredentials? by = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "https://bot.example.com/mcp",
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "triage-client", ["scope"] = "openid webex" },
            SigningCredentials = by ?? new SigningCredentials(Key, Key is RsaSecurityKey ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private static RSAParameters NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    }

    /// <summary>The public part alone.</summary>
    private static string Json(JsonWebKey key) => JsonSerializer.Serialize(key.Kty == "RSA"
        ? new Dictionary<string, string> { ["kty"] = "RSA", ["kid"] = key.Kid, ["n"] = key.N, ["e"] = key.E, ["use"] = "sig" }
        : new Dictionary<string, string> { ["kty"] = "EC", ["kid"] = key.Kid, ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y, ["use"] = "sig" });
}
