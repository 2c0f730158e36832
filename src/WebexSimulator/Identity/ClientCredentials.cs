using System.Security.Cryptography;
using System.Text;
using WebexSimulator.Http;

namespace WebexSimulator.Identity;

/// <summary>Which application calls, and whether it is: by the body, or by HTTP Basic.</summary>
internal static class ClientCredentials
{
    private const string Basic = "Basic ";

    /// <exception cref="Refusal">It is unknown, or its secret is wrong.</exception>
    public static Application Demand(HttpRequest request, Fields body, ApplicationRegister applications, SimulatorSwitches switches)
    {
        var (id, secret) = OfHeader(request) ?? (body.Filled("client_id"), body.Filled("client_secret"));
        return Demand(applications.WithClientId(id), secret, switches);
    }

    public static Application Demand(Application? application, string? secret, SimulatorSwitches switches)
    {
        if (application is null) throw new Refusal(switches.InvalidClientStatus, OAuthTexts.BadClientId);
        return secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(application.ClientSecret))
            ? application
            : throw new Refusal(switches.InvalidClientStatus, OAuthTexts.BadClientSecret);
    }

    // Id and secret are form-encoded before they are joined (RFC 6749, 2.3.1); what has nothing to encode looks the same.
    private static (string? Id, string? Secret)? OfHeader(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return null;
        Span<byte> bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split(':', 2) is [var id, var secret]
                ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret))
                : (null, null);
    }
}
