using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WebexSimulator.Identity;

/// <summary>A guest's token as a guest issuer signs it: HS256 with its secret, which is base64.</summary>
internal static class GuestJwt
{
    private const int MaxLength = 8_192;

    /// <summary>Whom it is about; null where it is not to be believed.</summary>
    public static Claims? Read(string? token, ApplicationRegister applications, DateTimeOffset now)
    {
        if (token is null or { Length: > MaxLength } || token.Split('.') is not [var head, var body, var signature]) return null;
        if (Part(head) is not { } header || Text(header, "alg") is not "HS256" || Part(body) is not { } claims) return null;
        var issuer = applications.All.FirstOrDefault(one => one.Kind is ApplicationKind.GuestIssuer && (one.ClientId == Text(claims, "iss") || one.Id == Text(claims, "iss")));
        if (issuer is null || !IsSigned(issuer, $"{head}.{body}", signature) || Expiry(claims) is not { } expiry || expiry <= now) return null;
        return Text(claims, "sub") is { Length: > 0 } subject && Text(claims, "name") is { Length: > 0 } name ? new(issuer.ClientId, subject, name) : null;
    }

    private static bool IsSigned(Application issuer, string signed, string signature) =>
        Base64Url.IsValid(signature)
        && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(KeyOf(issuer), Encoding.ASCII.GetBytes(signed)), Base64Url.DecodeFromChars(signature));

    private static byte[] KeyOf(Application issuer)
    {
        var bytes = new byte[issuer.ClientSecret.Length];
        return Convert.TryFromBase64String(issuer.ClientSecret, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(issuer.ClientSecret);
    }

    private static JsonElement? Part(string part)
    {
        if (!Base64Url.IsValid(part)) return null;
        try
        {
            return JsonElement.Parse(Base64Url.DecodeFromChars(part)) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    // A number, or one in quotes, as Webex's own samples have it.
    private static DateTimeOffset? Expiry(JsonElement claims)
    {
        if (!claims.TryGetProperty("exp", out var value)) return null;
        long seconds;
        var isNumber = value.ValueKind is JsonValueKind.Number ? value.TryGetInt64(out seconds) : long.TryParse(Text(claims, "exp"), out seconds);
        return isNumber && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    internal sealed record Claims(string ClientId, string Subject, string Name);
}
