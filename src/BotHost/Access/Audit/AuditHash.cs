using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Access;

/// <summary>
/// SHA-256 over a list of texts, or HMAC-SHA-256 where there is a key, in hexadecimal digits. Each text is written as <c>5:hello,</c> in UTF-8
/// (its length in bytes), one that is missing as <c>~,</c>: no two lists are written alike, and anybody can do it again.
/// </summary>
internal sealed class AuditHash
{
    private readonly byte[]? _key;

    private AuditHash(string? key) => (_key, KeyId) = key is null ? (null, "") : (Encoding.UTF8.GetBytes(key), Plain.Of("key", key)[..16]);

    /// <summary>Without a key: it shows what was changed by mistake, or by somebody who did not do it well.</summary>
    public static AuditHash Plain { get; } = new(null);

    /// <summary>Says which key it is, and not what; empty for none.</summary>
    public string KeyId { get; }

    public static AuditHash With(string key) => new(key);

    public string Of(params ReadOnlySpan<string?> texts)
    {
        using var hash = _key is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var text in texts)
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.ASCII.GetBytes(text is null ? "~" : bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
            hash.AppendData(","u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
