using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace BotHost.Identities;

/// <summary>Tokens as Webex gave them, locked for the store.</summary>
/// <param name="Refresh">Null where Webex gave no other than before.</param>
/// <param name="Scopes">With blanks between; empty where Webex did not say.</param>
internal sealed record LockedTokens(byte[] Access, byte[]? Refresh, string Scopes, long AccessUntil, long? RefreshUntil);

/// <summary>Locks and unlocks what must not be read in the store: with ASP.NET Core's Data Protection, whose keys are its own affair and no other part's.</summary>
internal sealed class TokenVault(KeyRing ring, TimeProvider time) : IDisposable
{
    private const string Purpose = "BotHost.Tokens";

    private readonly Lock _gate = new();
    private Keys? _keys;

    /// <param name="purpose">What was locked for one purpose does not unlock for another.</param>
    public byte[] Lock(string secret, string purpose = Purpose) => Known().Protector(purpose).Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>Null where it was locked with a key that is not in the store, or is no such thing at all.</summary>
    public string? Unlock(byte[]? locked, string purpose = Purpose)
    {
        if (locked is null)
            return null;
        for (var keys = Known(); keys is not null; keys = Newer(keys))
        {
            try
            {
                return Encoding.UTF8.GetString(keys.Protector(purpose).Unprotect(locked));
            }
            catch (CryptographicException)
            {
                // Perhaps by a host that has made a key since we read the ring.
            }
        }

        return null;
    }

    /// <summary>Tokens for the store, with their ends by this host's clock.</summary>
    /// <param name="tokens">As Webex gave them.</param>
    /// <param name="scopes">What was asked for, where Webex does not say what was given.</param>
    public LockedTokens Lock(TokenSet tokens, string scopes = "")
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new LockedTokens(
            Lock(tokens.AccessToken), tokens.RefreshToken is { } refresh ? Lock(refresh) : null, tokens.Scope is { Length: > 0 } said ? said : scopes,
            now + Milliseconds(tokens.ExpiresIn), tokens.RefreshTokenExpiresIn is { } left ? now + Milliseconds(left) : null);
    }

    /// <summary>Whatever Webex says: nothing of it lasts longer than a hundred years.</summary>
    private static long Milliseconds(long seconds) => Math.Clamp(seconds, 0, 36_500L * 24 * 3600) * 1000;

    public void Dispose() => _keys?.Services.Dispose();

    private Keys Known()
    {
        lock (_gate)
            return _keys ??= Read(ring.Names());
    }

    /// <summary>Newer ones than these; null where there are none. Strangers send what nobody can unlock, so that nothing is read again for nothing.</summary>
    private Keys? Newer(Keys keys)
    {
        lock (_gate)
        {
            if (_keys != keys)
                return _keys;
            var names = ring.Names();
            // The older ones are not disposed of: somebody may be unlocking with them.
            return names == keys.Names ? null : _keys = Read(names);
        }
    }

    private Keys Read(string names)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("BotHost");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = ring);
        return new Keys(services.BuildServiceProvider(), names);
    }

    /// <param name="Names">What the ring held before they were read.</param>
    private sealed record Keys(ServiceProvider Services, string Names)
    {
        public IDataProtector Protector(string purpose) => Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);
    }
}
