using System.Net;
using System.Text.RegularExpressions;
using BotHost.Access;
using BotHost.Operations;
using BotHost.Testing;
using BotHost.Tests.Agents;
using BotHost.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>A host that serves agents and is operated in a browser, or by a program that talks as one.</summary>
internal sealed partial class PageBench : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    private readonly AgentBench? _agents;

    private PageBench(TestBot bot, AgentBench? agents) => (Bot, _agents) = (bot, agents);

    public TestBot Bot { get; }

    public AgentBench Agents => _agents!;

    /// <summary>Of the operators' listener; ends with a slash.</summary>
    public Uri Address => Bot.Host.Services.GetRequiredService<AdminListener>().Address!;

    public string Front => Address + "admin";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<PageBench> StartAsync(params (string, string?)[] settings)
    {
        var agents = await AgentBench.StartAsync([.. Operator.Settings, .. settings]);
        return new PageBench(agents.Bot, agents);
    }

    /// <summary>The page of a bot that somebody else started, and ends.</summary>
    public static PageBench Of(TestBot bot) => new(bot, null);

    /// <summary>A tab in which an operator has signed in.</summary>
    public async Task<Tab> OpenAsync()
    {
        var tab = await Chromium.OpenAsync(Cancelled);
        var cookie = (await SignInAsync()).Cookie.Split('=');
        await tab.Page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = Front }]);
        await tab.GoAsync(Front);
        return tab;
    }

    public static async Task SignInAsync(Tab tab, string token)
    {
        await tab.Page.GetByLabel("Admin token").FillAsync(token);
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Sends something as a browser would, or as one would not.</summary>
    /// <param name="form">Posted where it is not null.</param>
    /// <param name="origin">The page it comes from; null where it does not say.</param>
    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> SendAsync(
        string path, string? cookie = null, (string, string)[]? form = null, string? origin = "own", string? host = null, string? site = null, Uri? to = null)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(to ?? Address, path));
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? Address.GetLeftPart(UriPartial.Authority) : origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        request.Headers.Host = host;
        var answer = await _http.SendAsync(request, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled), answer);
    }

    /// <summary>Signs in without a browser.</summary>
    /// <returns>The cookie as it is sent back, and the token that forms carry.</returns>
    public async Task<(string Cookie, string FormToken)> SignInAsync()
    {
        var (status, _, answer) = await SendAsync("admin/page/sign-in", form: [("token", Operator.Token)]);
        status.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return (cookie, FormToken().Match((await SendAsync("admin", cookie)).Text).Groups[1].Value);
    }

    public AgentProfile? Find(string agent) => Bot.Host.Services.GetRequiredService<AgentDirectory>().Find(agent);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_agents is not null)
            await _agents.DisposeAsync();
    }

    [GeneratedRegex("name=\"_token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
