using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>
/// Locks keys that are in the store already with a certificate. Data Protection itself does so only with keys it makes, which is every 90 days; what it
/// writes, and how it marks what is to be locked, is its documented format.
/// </summary>
internal static class KeyLock
{
    private static readonly XNamespace Format = "http://schemas.asp.net/2015/03/dataProtection";

    private static readonly XName Mark = Format + "requiresEncryption", Secret = Format + "encryptedSecret";

    /// <summary>Those of the keys that stand open or are locked with another certificate, locked with this one.</summary>
    public static IEnumerable<(string Name, XElement Key)> Locked(IEnumerable<(string Name, XElement Key)> keys, IServiceProvider services, X509Certificate2 certificate)
    {
        var encryptor = services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlEncryptor!;
        var decryptor = new EncryptedXmlDecryptor(services);
        var ours = Convert.ToBase64String(certificate.RawData);
        return keys.Where(key => IsOpen(key.Key) || CertificatesOf(key.Key).Any(one => one != ours))
            .Select(key => (key.Name, Lock(Unlock(key.Key, decryptor), encryptor))).ToList();
    }

    private static bool IsOpen(XElement key) => key.DescendantsAndSelf().Any(IsMarked);

    private static bool IsMarked(XElement element) => (bool?)element.Attribute(Mark) == true;

    private static IEnumerable<string> CertificatesOf(XElement key) =>
        key.Descendants().Where(element => element.Name.LocalName == "X509Certificate").Select(element => element.Value.Replace("\n", "", StringComparison.Ordinal));

    private static XElement Unlock(XElement key, EncryptedXmlDecryptor decryptor)
    {
        var open = new XElement(key);
        foreach (var secret in open.Descendants(Secret).ToList())
            secret.ReplaceWith(decryptor.Decrypt(secret.Elements().Single()));
        return open;
    }

    private static XElement Lock(XElement open, IXmlEncryptor encryptor)
    {
        var key = new XElement(open);
        foreach (var element in key.Descendants().Where(IsMarked).ToList())
        {
            var locked = encryptor.Encrypt(element);
            element.ReplaceWith(new XElement(Secret, new XAttribute("decryptorType", locked.DecryptorType.AssemblyQualifiedName!), locked.EncryptedElement));
        }

        return key;
    }
}
