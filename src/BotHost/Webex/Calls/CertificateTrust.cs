using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotHost.Webex;

/// <summary>
/// Trust in what the system trusts and, beside it, in the authorities of a file: a company that opens TLS on the way out signs with its own.
/// </summary>
internal sealed class CertificateTrust(X509Certificate2Collection authorities)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Reads a PEM file; null where it cannot be read or holds no certificate.</summary>
    public static CertificateTrust? ReadFile(string file)
    {
        try
        {
            var read = new X509Certificate2Collection();
            read.ImportFromPemFile(file);
            return read.Count > 0 ? new CertificateTrust(read) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        // A certificate for another name, or none at all, stays refused, whoever signed it.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 presented || chain is null)
            return false;

        using var ours = new X509Chain();
        ours.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        ours.ChainPolicy.CustomTrustStore.AddRange(authorities);
        ours.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        ours.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        ours.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // As for the system's; such authorities rarely publish what they revoked.
        return ours.Build(presented);
    }
}
