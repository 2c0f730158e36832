using System.Net;
using System.Text.RegularExpressions;
using BotHost.Testing;

namespace BotHost.Tests.Identities;

/// <summary>A browser of which nothing is needed but its cookies: it can be told to go where no real one would.</summary>
internal sealed partial class Visitor(TestBot bot) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = bot.Address };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GoAsync(string address) => _http.GetAsync(address, Cancelled);

    public async Task<string> TitleAsync(string address)
    {
        using var answer = await GoAsync(address);
        return Titles().Match(await answer.Content.ReadAsStringAsync(Cancelled)).Groups[1].Value;
    }

    /// <summary>Opens a link of the bot's, consents on Webex's page, and says where Webex sends the browser back to, without going there.</summary>
    public async Task<string> ConsentAtWebexAsync(string link, string email)
    {
        using var begun = await GoAsync(link);
        var webex = begun.Headers.Location!;
        var page = await (await GoAsync(webex.AbsoluteUri)).Content.ReadAsStringAsync(Cancelled);
        using var form = new FormUrlEncodedContent([new("request", Requests().Match(page).Groups[1].Value), new("account", email), new("decision", "accept")]);
        using var decided = await _http.PostAsync(new Uri(webex, "/consent"), form, Cancelled);
        return new Uri(webex, decided.Headers.Location!).AbsoluteUri;
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Titles();

    [GeneratedRegex("name=\"request\" value=\"([^\"]+)\"")]
    private static partial Regex Requests();
}
