using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace BotHost.Webhooks;

/// <summary>What a signature turned out to be.</summary>
internal enum SignatureResult
{
    /// <summary>Made with one of the secrets over exactly these bytes.</summary>
    Valid,

    /// <summary>No <c>X-Spark-Signature</c> header, or an empty one.</summary>
    Missing,

    /// <summary>More than one header, or not 40 hexadecimal digits.</summary>
    Malformed,

    /// <summary>Well-formed, and not ours.</summary>
    Mismatch,
}

/// <summary>
/// <c>X-Spark-Signature</c>: HMAC-SHA1 in hexadecimal, key = the secret in UTF-8, message = the body's raw bytes
/// (Webex webhooks guide). SHA-1 is all that Webex offers.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-Spark-Signature";

    /// <summary>
    /// Judges a signature. The comparison takes the same time wherever the first difference is, and every secret is tried
    /// whether or not an earlier one matched. Without secrets nothing is valid.
    /// </summary>
    public static SignatureResult Verify(StringValues header, ReadOnlySpan<byte> body, IReadOnlyList<WebhookSecrets.Secret> secrets)
    {
        if (StringValues.IsNullOrEmpty(header))
            return SignatureResult.Missing;
        Span<byte> claimed = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (header.Count != 1 || !TryDecode(header[0]!, claimed))
            return SignatureResult.Malformed;

        var valid = false;
        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            HMACSHA1.HashData(secret.Key, body, expected);
            valid |= CryptographicOperations.FixedTimeEquals(expected, claimed);
        }

        return valid ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    private static bool TryDecode(string hex, Span<byte> bytes) =>
        hex.Length == 2 * bytes.Length
        && Convert.FromHexString(hex, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
        && written == bytes.Length;
}
