using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BotHost.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>Tokens as Webex gave them, locked for the store.</summary>
/// <param name="Refresh">Null where Webex gave no other than before.</param>
/// <param name="Scopes">With blanks between; empty where Webex did not say.</param>
internal sealed record LockedTokens(byte[] Access, byte[]? Refresh, string Scopes, long AccessUntil, long? RefreshUntil);

/// <summary>Locks and unlocks what must not be read in the store: with ASP.NET Core's Data Protection, whose keys are its own affair and no other part's.</summary>
internal sealed class TokenVault(KeyRing ring, IOptions<StorageOptions> options, TimeProvider time) : IDisposable
{
    private const string Purpose = "BotHost.Tokens";

    private readonly Lock _gate = new();
    private Keys? _keys;

    /// <summary>At start: locks the keys themselves as the settings say, and finds out whether all of them can be used.</summary>
    /// <exception cref="StoreException">They cannot.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (ring.Names() is "")
            return;
        var keys = Known();
        if (KeyCertificates.Read(options.Value) is not [var newest, ..])
            return;
        foreach (var (name, key) in KeyLock.Locked(ring.All(), keys.Services, newest))
            await ring.ReplaceAsync(name, key, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="purpose">What was locked for one purpose does not unlock for another.</param>
    /// <exception cref="StoreException">The keys cannot be used.</exception>
    public byte[] Lock(string secret, string purpose = Purpose) => Known().Protector(purpose).Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>Null where it was locked with a key that is not in the store, or is no such thing at all.</summary>
    /// <exception cref="StoreException">The keys cannot be used: then nothing is known of what they lock.</exception>
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
        var protection = services.AddDataProtection().SetApplicationName("BotHost");
        if (KeyCertificates.Read(options.Value) is [var newest, ..] certificates)
            protection.ProtectKeysWithCertificate(newest).UnprotectKeysWithAnyCertificate([.. certificates]);
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = ring);
        var keys = new Keys(services.BuildServiceProvider(), names);
        try
        {
            // Data Protection would pass over a key it cannot read, and what that locks would seem to be nothing.
            foreach (var key in keys.Services.GetRequiredService<IKeyManager>().GetAllKeys())
                _ = key.Descriptor;
            return keys;
        }
        catch (Exception e) when (e is CryptographicException or XmlException)
        {
            keys.Services.Dispose();
            throw new StoreException(
                "The keys that lock tokens in the store cannot be used: they are locked with a certificate that this host does not have. Name it in Storage:KeyCertificates, "
                + "behind a newer one if there is one.", e);
        }
    }

    /// <param name="Names">What the ring held before they were read.</param>
    private sealed record Keys(ServiceProvider Services, string Names)
    {
        public IDataProtector Protector(string purpose) => Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);
    }
}
