using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotHost.Storage;

/// <summary>
/// The certificates with which the keys in the store are locked themselves, so that a copy of the store opens nothing. The first locks, all unlock:
/// so they can be changed.
/// </summary>
internal static class KeyCertificates
{
    /// <summary>Those of the settings; none where the keys stand open.</summary>
    /// <exception cref="CryptographicException">A file holds no certificate, or takes another password.</exception>
    public static IReadOnlyList<X509Certificate2> Read(StorageOptions options)
    {
        var password = options.KeyCertificatePasswordFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : options.KeyCertificatePassword;
        return [.. FilesOf(options).Select(certificate => X509CertificateLoader.LoadPkcs12FromFile(certificate, password))];
    }

    public static IEnumerable<string> Problems(StorageOptions options)
    {
        if (options is { KeyCertificatePassword.Length: > 0, KeyCertificatePasswordFile.Length: > 0 })
            yield return "Storage:KeyCertificatePassword and Storage:KeyCertificatePasswordFile are both set. Remove one of them.";
        if (!CanBeRead(options, out var all))
        {
            yield return "Storage:KeyCertificates cannot be read. Name PKCS #12 files (.pfx), with ; between, and their password in "
                + "Storage:KeyCertificatePassword or Storage:KeyCertificatePasswordFile.";
        }

        if (all.Any(certificate => !certificate.HasPrivateKey || certificate.GetRSAPublicKey() is null))
            yield return "Storage:KeyCertificates takes certificates with an RSA key, and with the private key in the file. Make such ones.";
    }

    private static bool CanBeRead(StorageOptions options, out IReadOnlyList<X509Certificate2> all)
    {
        try
        {
            all = Read(options);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            all = [];
            return false;
        }
    }

    private static string[] FilesOf(StorageOptions options) =>
        (options.KeyCertificates ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
