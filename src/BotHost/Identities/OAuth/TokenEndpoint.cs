using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>
/// Where Webex gives tokens for codes and refresh tokens. Nothing here is tried again: whoever asks knows what a lost answer costs. Neither the request nor
/// the answer is logged.
/// </summary>
internal sealed class TokenEndpoint(IHttpClientFactory clients, IOptions<WebexOptions> options, TimeProvider time)
{
    public const string HttpClientName = "WebexOAuth";

    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    public Task<TokenAnswer<TokenSet>> ExchangeAsync(OAuthApp app, string code, string verifier, Uri redirect, CancellationToken cancellationToken) => PostAsync(
        "access_token", app, basic: false, OAuthJson.Default.TokenSet, cancellationToken,
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect.AbsoluteUri), ("code_verifier", verifier));

    public Task<TokenAnswer<TokenSet>> RefreshAsync(OAuthApp app, string refreshToken, CancellationToken cancellationToken) => PostAsync(
        "access_token", app, basic: false, OAuthJson.Default.TokenSet, cancellationToken, ("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    public Task<TokenAnswer<DeviceCode>> BeginDeviceAsync(OAuthApp app, IEnumerable<string> scopes, CancellationToken cancellationToken) => PostAsync(
        "device/authorize", app, basic: false, OAuthJson.Default.DeviceCode, cancellationToken, ("scope", string.Join(' ', scopes)));

    public Task<TokenAnswer<TokenSet>> EndDeviceAsync(OAuthApp app, string deviceCode, CancellationToken cancellationToken) => PostAsync(
        "device/token", app, basic: true, OAuthJson.Default.TokenSet, cancellationToken, ("grant_type", DeviceGrant), ("device_code", deviceCode));

    private async Task<TokenAnswer<T>> PostAsync<T>(
        string path, OAuthApp app, bool basic, JsonTypeInfo<T> type, CancellationToken cancellationToken, params IEnumerable<(string Name, string Value)> fields)
        where T : class
    {
        using var timer = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        List<(string Name, string Value)> form = [.. fields, ("client_id", app.ClientId)];
        if (basic)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.ClientId}:{app.Secret}")));
        else if (path != "device/authorize")
            form.Add(("client_secret", app.Secret));
        request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        try
        {
            using var response = await clients.CreateClient(HttpClientName).SendAsync(request, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return Judge(response.StatusCode, body, type) with { RetryAfter = RetryAfter.Of(response, options.Value.MaxRetryAfter, time) };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new(TokenOutcome.NotNow, null, "Webex could not be reached. Check the network and Webex:BaseUrl.");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(TokenOutcome.Unknown, null, "Webex's answer was lost.");
        }
    }

    private static TokenAnswer<T> Judge<T>(HttpStatusCode status, byte[] body, JsonTypeInfo<T> type) where T : class
    {
        if (status == HttpStatusCode.OK)
        {
            try
            {
                return JsonSerializer.Deserialize(body, type) is { } given ? new(TokenOutcome.Given, given, "") : Unreadable();
            }
            catch (JsonException)
            {
                return Unreadable();
            }
        }

        return status switch
        {
            HttpStatusCode.PreconditionRequired => new(TokenOutcome.Pending, null, "Nobody has decided yet."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.Locked => new(TokenOutcome.NotNow, null, $"Webex answered {(int)status}."),
            >= HttpStatusCode.InternalServerError => new(TokenOutcome.Unknown, null, $"Webex answered {(int)status}."),
            _ when !IsWebexs(body) => new(TokenOutcome.NotNow, null, $"{(int)status} was answered, and not by Webex. Check the network and Webex:Proxy."),
            _ when Says(body, "authorization_pending", "slow_down", "slow down") => new(TokenOutcome.Pending, null, "Nobody has decided yet."),
            _ when IsAboutGrant(body) => new(TokenOutcome.Refused, null, $"Webex answered {(int)status}: the grant is revoked or over."),
            _ => new(TokenOutcome.Misconfigured, null, $"Webex answered {(int)status}: it does not take the app. Check its client id, secret, scopes and redirect address."),
        };

        static TokenAnswer<T> Unreadable() => new(TokenOutcome.Unknown, null, "Webex's answer could not be read.");
    }

    /// <summary>Whether a refusal has Webex's form. What a gateway on the way refuses says nothing of a grant, though it may use the same words.</summary>
    private static bool IsWebexs(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a refusal is about what was granted, and not about the app. Webex says it in the words of OAuth (<c>invalid_grant</c>) or its own; neither is
    /// documented, so both are looked for, in what Webex says and never shows again.
    /// </summary>
    private static bool IsAboutGrant(byte[] body) =>
        Says(body, "invalid_grant", "expired_token", "access_denied", "refresh token", "authorization code", "device code", "declined");

    private static bool Says(byte[] body, params ReadOnlySpan<string> words)
    {
        var said = Encoding.UTF8.GetString(body);
        foreach (var word in words)
        {
            if (said.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
