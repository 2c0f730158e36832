using System.Security.Cryptography;
using System.Text;
using BotHost.Access;
using BotHost.Tests.Storage;
using Microsoft.IdentityModel.Tokens;

namespace BotHost.Tests.Agents.Gate;

/// <summary>Bearer tokens of an authorisation server: the one that is taken, and all that look like it.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private TokenServer _server = null!;
    private GateBench _bench = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _bench.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        _server = await TokenServer.StartAsync(cancellationToken: Cancelled);
        _bench = Bench(_server, _store);
    }

    public async ValueTask DisposeAsync()
    {
        _bench.Dispose();
        await _server.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_token_for_this_server_means_the_agent_with_its_subject()
    {
        (await AgentAsync(_server.Token(Now))).ShouldBe("triage");
        (await AgentAsync(_server.Token(Now, token => token.Claims["sub"] = "another"))).ShouldBeNull();
        (await AgentAsync(_server.Token(Now, token => token.Claims["sub"] = "TRIAGE-CLIENT"))).ShouldBeNull();
        (await AgentAsync(_server.Token(Now, token => token.Claims["sub"] = "triage"))).ShouldBeNull("a name is no subject");
        (await AgentAsync(_server.Token(Now, token => token.Claims["sub"] = new[] { "triage-client", "other" }))).ShouldBeNull();
        (await AgentAsync(_server.Token(Now, token => token.Claims.Remove("sub")))).ShouldBeNull();

        lock (_server.Asked)
            _server.Asked.ShouldBe(["/.well-known/openid-configuration", "/keys"], "and nobody was shown a token");
    }

    [Fact]
    public async Task What_is_made_for_another_server_by_another_or_at_another_time_is_refused()
    {
        string[] wrong =
        [
            _server.Token(Now, token => token.Audience = "https://bot.example.com"),
            _server.Token(Now, token => token.Audience = "https://bot.example.com/mcp/"),
            _server.Token(Now, token => token.Audience = "https://webexapis.com"),
            _server.Token(Now, token => token.Audience = null),
            _server.Token(Now, token => token.Issuer = _server.Issuer + "/"),
            _server.Token(Now, token => token.Issuer = "https://login.evil.example"),
            _server.Token(Now, token => token.Issuer = null),
            _server.Token(Now, token => token.Expires = Now.UtcDateTime.AddMinutes(-1)),
            _server.Token(Now, token => token.NotBefore = Now.UtcDateTime.AddMinutes(2)),
            _server.Token(Now, token => token.Expires = null),
            _server.Token(Now, token => token.Claims["scope"] = "openid webexes"),
            _server.Token(Now, token => token.Claims.Remove("scope")),
        ];

        foreach (var token in wrong)
            (await AgentAsync(token)).ShouldBeNull(token);
        (await AgentAsync(_server.Token(Now, token => token.Expires = Now.UtcDateTime.AddSeconds(-59)))).ShouldBe("triage", "clocks differ a little");
        (await AgentAsync(_server.Token(Now, token => token.Claims["aud"] = new[] { "https://other.example.com", "https://bot.example.com/mcp" }))).ShouldBe("triage");
    }

    [Fact]
    public async Task Nobody_signs_for_the_server()
    {
        using var rsa = RSA.Create(2048);
        var other = new RsaSecurityKey(rsa) { KeyId = _server.Key.KeyId };
        var pem = Encoding.ASCII.GetBytes(((RsaSecurityKey)_server.Key).Rsa.ExportSubjectPublicKeyInfoPem());
        var parts = _server.Token(Now).Split('.');
        string[] forged =
        [
            _server.Token(Now, by: new SigningCredentials(other, SecurityAlgorithms.RsaSha256)),
            // The well-known one: the public key as the secret of an HMAC.
            Hmac(parts[1], pem), Hmac(parts[1], ((RsaSecurityKey)_server.Key).Rsa.ExportSubjectPublicKeyInfo()), Hmac(parts[1], Base64UrlEncoder.DecodeBytes(_server.Published.N)),
            $"{Part("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{Part("""{"alg":"None","typ":"JWT"}""")}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{Part(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("triage-client", "other-client"))}.{parts[2]}",
            // A key of the token's own.
            $"{Part($$$"""{"alg":"RS256","jwk":{"kty":"RSA","n":"{{{JsonWebKeyConverter.ConvertFromRSASecurityKey(other).N}}}","e":"AQAB"}}""")}.{parts[1]}.{parts[2]}",
            $"{Part($$"""{"alg":"RS256","jku":"https://evil.example/keys","kid":"evil"}""")}.{parts[1]}.{parts[2]}",
            "a.b.c", "..", new string('a', 20_000), parts[1],
        ];

        foreach (var token in forged)
            (await AgentAsync(token)).ShouldBeNull(token);
        (await AgentAsync(string.Join('.', parts))).ShouldBe("triage");
    }

    [Fact]
    public async Task A_server_may_sign_with_elliptic_curves_stand_below_a_path_and_know_OAuth_alone()
    {
        await using var server = await TokenServer.StartAsync(isOpenId: false, path: "/realms/staff", Cancelled);
        server.AddKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var bench = Bench(server, store);

        (await bench.Directory.AuthenticateAsync(server.Token(Now), Cancelled))!.Name.ShouldBe("triage");
    }

    [Fact]
    public async Task While_the_server_is_away_its_tokens_are_refused_and_keys_are_not()
    {
        var token = _server.Token(Now);
        var (key, id, hash) = AgentKey.New();
        await _bench.WriteAsync(session => AgentLedger.AddKey(session, new StoredKey { Id = id, Agent = "triage", Hash = hash, AddedAt = 1 }));
        await _server.DisposeAsync();

        (await AgentAsync(token)).ShouldBeNull();
        (await AgentAsync(key)).ShouldBe("triage");
    }

    [Fact]
    public async Task Without_an_issuer_no_token_is_taken()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var bench = new GateBench(store, options: new AgentOptions { Named = { ["triage"] = new AgentSettings { Identity = "bot", Subject = "triage-client" } } });

        bench.Authorization.IsOn.ShouldBeFalse();
        (await bench.Directory.AuthenticateAsync(_server.Token(Now), Cancelled)).ShouldBeNull();
    }

    [Fact]
    public void What_clients_must_know_is_told()
    {
        _bench.Authorization.Issuer.ShouldBe(_server.Issuer);
        _bench.Authorization.Resource.ShouldBe("https://bot.example.com/mcp");
        _bench.Authorization.Scopes.ShouldBe(["webex"]);
    }

    private static GateBench Bench(TokenServer server, TestStore store) => new(store, options: new AgentOptions
    {
        OAuth = new AgentOAuthOptions { Issuer = server.Issuer, Scopes = "webex" },
        Named =
        {
            ["triage"] = new AgentSettings { Identity = "bot", Subject = "triage-client" },
            ["other"] = new AgentSettings { Identity = "bot", Subject = "other-client" },
            ["keyed"] = new AgentSettings { Identity = "bot" },
        },
    });

    private async Task<string?> AgentAsync(string bearer) => (await _bench.Directory.AuthenticateAsync(bearer, Cancelled))?.Name;

    private string Hmac(string payload, byte[] secret)
    {
        var signed = $"{Part($$"""{"alg":"HS256","typ":"JWT","kid":"{{_server.Key.KeyId}}"}""")}.{payload}";
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(string json) => Base64UrlEncoder.Encode(json);
}
