using System.Security.Cryptography;
using System.Text;
using BotHost.Storage;
using BotHost.Webex;
using Dapper;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>A login that was begun: where to send the browser, and what to have it keep.</summary>
/// <param name="State">Comes back with the browser, once.</param>
/// <param name="Browser">Kept by the browser alone.</param>
internal sealed record BegunLogin(Uri Address, string State, string Browser);

/// <summary>A login as the store has it. State and browser are hashes, the verifier is locked.</summary>
internal sealed class StoredLogin
{
    /// <summary>The consent it is for.</summary>
    public string Consent { get; init; } = "";
    public string Browser { get; init; } = "";
    public byte[] Verifier { get; init; } = [];
    public long Until { get; init; }

    public bool IsOf(string? browser) =>
        browser is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Secrets.Hash(browser)), Encoding.ASCII.GetBytes(Browser));
}

/// <summary>Logins under way: each begun for one consent and in one browser, ended once, and soon over.</summary>
internal sealed class Logins(Database database, TokenVault vault, PublicAddress address, ApiRoot root, IOptions<IntegrationOptions> integration, TimeProvider time)
{
    public const string CallbackPath = "/oauth/callback";

    /// <summary>Whoever takes longer than this to decide begins again.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Of one link: programs look at links too.</summary>
    private const int MostEach = 20;

    /// <summary>Where Webex sends the browser back to: what the integration must have as its redirect address.</summary>
    public Uri Callback => address.Of(CallbackPath);

    /// <summary>Begins a login; null where too many of this link are under way.</summary>
    public async Task<BegunLogin?> BeginAsync(AwaitedConsent consent, CancellationToken cancellationToken)
    {
        var (state, browser, verifier) = (Secrets.New(), Secrets.New(), Secrets.New());
        var now = time.GetUtcNow();
        var locked = vault.Lock(verifier);
        var isBegun = await database.WriteAsync(session =>
        {
            session.Execute("DELETE FROM logins WHERE until_at <= @now", ("@now", now.ToUnixTimeMilliseconds()));
            if (session.Scalar("SELECT count(*) FROM logins WHERE consent = @consent", ("@consent", consent.Id)) is >= (long)MostEach)
                return false;
            session.Execute("INSERT INTO logins (id, consent, browser, verifier, until_at) VALUES (@id, @consent, @browser, @verifier, @until)",
                ("@id", Secrets.Hash(state)), ("@consent", consent.Id), ("@browser", Secrets.Hash(browser)), ("@verifier", locked),
                ("@until", (now + Life).ToUnixTimeMilliseconds()));
            return true;
        }, cancellationToken: cancellationToken).ConfigureAwait(false);
        return isBegun ? new BegunLogin(AddressOf(state, verifier), state, browser) : null;
    }

    /// <summary>The login a state stands for, which is over from now on; null where there is none, or none any more.</summary>
    public async Task<StoredLogin?> TakeAsync(string state, CancellationToken cancellationToken)
    {
        var id = Secrets.Hash(state);
        // Strangers may ask as often as they like: they cost no write.
        if (database.Read(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM logins WHERE id = @id", new { id })) == 0)
            return null;
        var taken = await database.WriteAsync(session => session.Row<StoredLogin>(
            "DELETE FROM logins WHERE id = @id RETURNING consent AS Consent, browser AS Browser, verifier AS Verifier, until_at AS Until", ("@id", id)),
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return taken?.Until > time.GetUtcNow().ToUnixTimeMilliseconds() ? taken : null;
    }

    private Uri AddressOf(string state, string verifier) => new(QueryHelpers.AddQueryString(new Uri(root.Address, "authorize").AbsoluteUri, new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = integration.Value.ClientId!.Trim(),
        ["redirect_uri"] = Callback.AbsoluteUri,
        ["scope"] = string.Join(' ', integration.Value.ScopeList),
        ["state"] = state,
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        ["code_challenge_method"] = "S256",
    }));
}
