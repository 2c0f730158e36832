using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>Finds everything that is wrong with the settings at once, and says what to do about each.</summary>
internal sealed class WebexOptionsValidator : IValidateOptions<WebexOptions>
{
    public ValidateOptionsResult Validate(string? name, WebexOptions options)
    {
        string[] faults = [.. Address(options), .. Proxy(options), .. Trust(options), .. Token(options), .. Times(options)];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Address(WebexOptions options)
    {
        if (!IsHttp(options.BaseUrl, out var address) || address.UserInfo + address.Query + address.Fragment is not "")
            yield return "Webex:BaseUrl is not the root of a web API. Set it to an address such as https://webexapis.com/v1/, or leave it out.";
    }

    private static IEnumerable<string> Proxy(WebexOptions options)
    {
        if (!string.IsNullOrEmpty(options.Proxy) && !(IsHttp(options.Proxy, out var proxy) && proxy.PathAndQuery + proxy.Fragment is "/"))
            yield return "Webex:Proxy is not the address of an HTTP proxy. Set it to one such as http://proxy.example.com:3128, or leave it out.";
    }

    private static IEnumerable<string> Trust(WebexOptions options)
    {
        if (options.CertificateAuthorities is { Length: > 0 } file && CertificateTrust.ReadFile(file) is null)
            yield return $"Webex:CertificateAuthorities '{file}' cannot be read or holds no certificate. Put PEM certificates into it, or leave it out.";
    }

    private static IEnumerable<string> Token(WebexOptions options) =>
        (string.IsNullOrWhiteSpace(options.AccessToken), string.IsNullOrWhiteSpace(options.AccessTokenFile)) switch
        {
            (true, true) =>
            [
                "No Webex access token is configured. Set Webex:AccessToken (environment: Webex__AccessToken) or Webex:AccessTokenFile, "
                + "or try the bot without a Webex account: dotnet run --project src/Playground",
            ],
            (false, false) => ["Webex:AccessToken and Webex:AccessTokenFile are both set. Remove one of them."],
            (false, true) when AccessTokenSource.Usable(options.AccessToken) is null =>
                ["Webex:AccessToken holds blanks or other characters no token has. Copy the token again, without anything around it."],
            (true, false) when AccessTokenSource.ReadFile(options.AccessTokenFile!) is null =>
                [$"Webex:AccessTokenFile '{options.AccessTokenFile}' cannot be read or holds no token. Put the token, and nothing else, into it."],
            _ => [],
        };

    private static IEnumerable<string> Times(WebexOptions options)
    {
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(10))
            yield return "Webex:Timeout is out of range. Set it between 00:00:01 and 00:10:00.";

        if (options.MaxRetryAfter < TimeSpan.FromSeconds(1) || options.MaxRetryAfter > TimeSpan.FromHours(1))
            yield return "Webex:MaxRetryAfter is out of range. Set it between 00:00:01 and 01:00:00.";

        if (options.MaxWait < TimeSpan.Zero || options.MaxWait > TimeSpan.FromHours(1))
            yield return "Webex:MaxWait is out of range. Set it between 00:00:00 and 01:00:00.";
    }

    private static bool IsHttp(string? address, out Uri uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
