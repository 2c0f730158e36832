using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace BotHost.Tests.Simulator.Identity;

/// <summary>Registered applications, and people who allow them what they ask for, as browsers and devices do it.</summary>
internal static class Consenting
{
    public const string Callback = "http://127.0.0.1:9/oauth/callback";

    public static async Task<App> ApplicationAsync(this LocalWebex webex, string name) =>
        (await webex.ControlAsync(HttpMethod.Get, "applications")).Body.GetProperty("items").EnumerateArray().Select(App.Of).Single(app => app.Name == name);

    public static async Task<App> RegisterAsync(this LocalWebex webex, object application)
    {
        var (status, body) = await webex.ControlAsync(HttpMethod.Post, "applications", application);
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return App.Of(body);
    }

    /// <summary>Without a browser: the tokens at once.</summary>
    public static async Task<JsonElement> ConsentAsync(this LocalWebex webex, Account account, App app, params string[] scopes)
    {
        var (status, body) = await webex.ControlAsync(
            HttpMethod.Post, "consents", new { email = account.Email, clientId = app.ClientId, scopes = scopes is [] ? ["spark:all"] : scopes });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return body;
    }

    public static string AuthorizePath(App app, string scope = "spark:rooms_read spark:people_read", string more = "") =>
        $"authorize?response_type=code&client_id={app.ClientId}&redirect_uri={Uri.EscapeDataString(Callback)}&scope={Uri.EscapeDataString(scope)}&state=a%20b{more}";

    /// <summary>Opens the page, answers it, and gives the parameters the application gets.</summary>
    public static async Task<Dictionary<string, string>> AuthorizeAsync(this LocalWebex webex, string path, string email, string decision = "accept")
    {
        using var answer = await webex.AnswerAsync(await webex.OpenAsync(path), email, decision);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return Parameters(answer.Headers.Location!);
    }

    public static Dictionary<string, string> Parameters(Uri address) =>
        HttpUtility.ParseQueryString(address.Query) is var query ? query.AllKeys.ToDictionary(key => key!, key => query[key]!) : [];

    /// <summary>The page as a browser has it: with its cookie and the number in it.</summary>
    public static async Task<(string Html, string Cookie, string Number)> OpenAsync(this LocalWebex webex, string path)
    {
        using var page = await webex.Http.GetAsync(path.StartsWith('/') ? path : $"/v1/{path}", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        return (html, page.Headers.GetValues("Set-Cookie").Single().Split(';')[0], Regex.Match(html, "name=\"request\" value=\"([^\"]+)\"").Groups[1].Value);
    }

    public static async Task<HttpResponseMessage> AnswerAsync(this LocalWebex webex, (string Html, string Cookie, string Number) page, string? email, string decision)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/consent");
        request.Content = new FormUrlEncodedContent([new("request", page.Number), new("account", email ?? ""), new("decision", decision)]);
        request.Headers.Add("Cookie", page.Cookie);
        return await webex.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for tokens with a form, as clients do.</summary>
    public static Task<Answer> TokenAsync(this LocalWebex webex, App app, string grantType, params (string Name, string Value)[] parameters) =>
        webex.FormAsync("access_token", [("grant_type", grantType), ("client_id", app.ClientId), ("client_secret", app.ClientSecret), .. parameters]);

    public static Task<Answer> FormAsync(this LocalWebex webex, string path, params (string Name, string Value)[] parameters) =>
        webex.Nobody.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(parameters.Select(one => KeyValuePair.Create(one.Name, one.Value))));

    public static Task<Answer> RefreshAsync(this LocalWebex webex, App app, string token) => webex.TokenAsync(app, "refresh_token", ("refresh_token", token));

    /// <summary>A code of somebody's for the usual scopes.</summary>
    public static async Task<string> CodeAsync(this LocalWebex webex, App app, Account account, string more = "") =>
        (await webex.AuthorizeAsync(AuthorizePath(app, more: more), account.Email))["code"];

    public static Task<Answer> RedeemAsync(this LocalWebex webex, App app, string code, params (string Name, string Value)[] more) =>
        webex.TokenAsync(app, "authorization_code", [("code", code), ("redirect_uri", Callback), .. more]);

    /// <summary>Whoever has the tokens.</summary>
    public static Account With(this LocalWebex webex, Answer tokens) => new(webex.Http, tokens.Ok().Text("access_token"), default);

    /// <summary>The device code of a device whose code somebody has typed in and answered, or nobody.</summary>
    public static async Task<string> DeviceAsync(this LocalWebex webex, App app, bool? accept)
    {
        var device = (await webex.FormAsync("device/authorize", ("client_id", app.ClientId), ("scope", "spark:rooms_read"))).Ok();
        if (accept is { } isAccepted) (await webex.AnswerDeviceAsync(device, webex.Bob.Email, isAccepted)).ShouldContain(isAccepted ? "Accepted" : "Declined");
        return device.Text("device_code");
    }

    public static async Task<string> AnswerDeviceAsync(this LocalWebex webex, Answer device, string email, bool accept)
    {
        var page = await webex.OpenAsync(new Uri(device.Text("verification_uri_complete")).PathAndQuery);
        using var answer = await webex.AnswerAsync(page, email, accept ? "accept" : "decline");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A service app by its token, with its powers over guests.</summary>
    public static async Task<Account> ServiceAsync(this LocalWebex webex) => await webex.MintAsync(
        webex.Alice, ["guest-issuer:read", "guest-issuer:write"], kind: "serviceApp", clientId: (await webex.ApplicationAsync("Service")).ClientId);

    /// <summary>What a guest issuer signs for a guest.</summary>
    public static async Task<string> GuestTokenAsync(this LocalWebex webex, string subject, string name, long expires = 4_000_000_000, string? secret = null)
    {
        var issuer = await webex.ApplicationAsync("Guests");
        var signed = $"{Part("""{"alg":"HS256","typ":"JWT"}""")}.{Part(JsonSerializer.Serialize(new { sub = subject, name, iss = issuer.Id, exp = expires }))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromBase64String(secret ?? issuer.ClientSecret), Encoding.ASCII.GetBytes(signed)))}";

        static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }
}

/// <summary>A registered application.</summary>
internal sealed record App(string Id, string Name, string ClientId, string ClientSecret)
{
    public static App Of(JsonElement body) => new(Text(body, "id"), Text(body, "name"), Text(body, "clientId"), Text(body, "clientSecret"));

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
