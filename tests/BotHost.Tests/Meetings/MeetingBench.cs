using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Identities;

namespace BotHost.Tests.Meetings;

/// <summary>A bot with an integration that may touch the meetings of whoever allows it.</summary>
internal static partial class MeetingBench
{
    private const string Scopes = "spark:people_read meeting:schedules_read meeting:schedules_write";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<TestBot> StartAsync(Action<BotRoutes>? bot = null, IEnumerable<(string Key, string? Value)>? settings = null, IEnumerable<string>? simulator = null) =>
        TestBot.StartAsync(
            bot,
            [.. ConsentBench.Settings, ("Webex:Integration:Scopes", Scopes), .. settings ?? []],
            simulator:
            [
                "--Simulator:Integrations:0:Name=Meetings", $"--Simulator:Integrations:0:ClientId={ConsentBench.ClientId}",
                $"--Simulator:Integrations:0:ClientSecret={ConsentBench.ClientSecret}", "--Simulator:Integrations:0:RedirectUris:0=http://127.0.0.1/oauth/callback",
                $"--Simulator:Integrations:0:Scopes={Scopes}", .. simulator ?? [],
            ],
            cancellationToken: Cancelled);

    /// <summary>Somebody asks for the first time, allows it, and has their answer.</summary>
    public static async Task<string> ConsentAsync(TestBot bot, TestPerson person, string words = "meeting list")
    {
        var asked = (await person.SayAsync(words, Cancelled)).ShouldHaveSingleItem();
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(ConsentBench.LinkOf(asked), Cancelled);
        var answer = new FormUrlEncodedContent([new("request", Request().Match(page).Groups[1].Value), new("account", person.Account.Email), new("decision", "accept")]);
        (await browser.PostAsync(new Uri(new Uri(bot.Webex.Urls.First()), "/consent"), answer, Cancelled)).EnsureSuccessStatusCode();
        await bot.QuietAsync(Cancelled);
        return (await person.DirectAsync(Cancelled))[0].Text;
    }

    /// <summary>Makes a meeting happen: <c>start</c>, <c>end</c>.</summary>
    public static async Task HappenAsync(TestBot bot, string meeting, string what)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        (await http.PostAsJsonAsync($"/simulator/meetings/{meeting}/{what}", new { }, Cancelled)).EnsureSuccessStatusCode();
    }

    /// <summary>The series that somebody has at the local Webex.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SeriesAsync(TestPerson person) =>
        [.. (await person.CallAsync(HttpMethod.Get, "meetings?current=false&from=2000-01-01T00:00:00Z&to=2099-01-01T00:00:00Z&max=100", null, Cancelled)).GetProperty("items").EnumerateArray()];

    [GeneratedRegex("""name="request" value="([^"]+)""")]
    private static partial Regex Request();
}
