using System.Security.Cryptography;
using System.Text;

namespace WebexSimulator.Webhooks;

/// <summary>
/// <c>X-Spark-Signature</c>: HMAC-SHA1 of the body as it is sent, keyed with the secret's UTF-8, in lowercase hex without a prefix. SHA-1
/// is what Webex offers.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-Spark-Signature";

    public static string Of(string secret, ReadOnlySpan<byte> body) => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body));
}
