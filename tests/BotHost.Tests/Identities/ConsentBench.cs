using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Testing;
using BotHost.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Identities;

/// <summary>A bot with an integration at the local Webex, and people who decide on its consent page in a browser.</summary>
internal static class ConsentBench
{
    public const string ClientId = "C-of-these-tests", ClientSecret = "canary-client-secret-41d7";

    public const string Scopes = "spark:people_read spark:rooms_read spark:rooms_write spark:memberships_read spark:messages_read spark:messages_write";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static (string Key, string? Value)[] Settings =>
    [
        ("Webex:Integration:ClientId", ClientId), ("Webex:Integration:ClientSecret", ClientSecret), ("Webex:Integration:Scopes", Scopes),
    ];

    public static string[] Webex =>
    [
        "--Simulator:Integrations:0:Name=The bot of these tests", $"--Simulator:Integrations:0:ClientId={ClientId}", $"--Simulator:Integrations:0:ClientSecret={ClientSecret}",
        "--Simulator:Integrations:0:RedirectUris:0=http://127.0.0.1/oauth/callback", $"--Simulator:Integrations:0:Scopes={Scopes} meeting:schedules_read",
    ];

    public static Task<TestBot> StartAsync(Action<BotRoutes>? bot = null, IEnumerable<(string Key, string? Value)>? settings = null, IEnumerable<string>? simulator = null) =>
        TestBot.StartAsync(bot ?? Mine, [.. Settings, .. settings ?? []], simulator: [.. Webex, .. simulator ?? []], cancellationToken: Cancelled);

    /// <summary><c>mine</c> lists the spaces of whoever asks, as they see them.</summary>
    public static void Mine(BotRoutes routes) => routes.Command("mine", async (BotContext context) =>
        "Yours: " + string.Join(", ", (await context.As(Identity.Asker).Spaces.ListMineAsync(cancellationToken: context.Aborted)).Select(space => space.Title)));

    public static string LinkOf(TestMessage card) => card.Card!.Value.GetProperty("actions").EnumerateArray()
        .Single(action => action.GetProperty("type").GetString() == "Action.OpenUrl").GetProperty("url").GetString()!;

    /// <summary>Opens a link, and decides on Webex's page; ends on the bot's.</summary>
    public static async Task DecideAsync(Tab tab, string link, string email, bool accepts = true)
    {
        await tab.GoAsync(link);
        await tab.Page.SelectOptionAsync("#account", email);
        await tab.Page.ClickAsync(accepts ? "#accept" : "#decline");
        await tab.Page.WaitForURLAsync(address => address.Contains("/oauth/callback", StringComparison.Ordinal));
    }

    /// <summary>Alice asks, consents in a tab of her own, and has her answer.</summary>
    public static async Task ConsentAsync(TestBot bot, string command = "mine")
    {
        var asked = await bot.SayAsync(command, Cancelled);
        await using var tab = await Chromium.OpenAsync(Cancelled);
        await DecideAsync(tab, LinkOf(asked[^1]), "alice@example.com");
        await bot.QuietAsync(Cancelled);
    }

    /// <summary>What the store has of Alice.</summary>
    public static Grant? GrantOf(TestBot bot) => bot.Host.Services.GetRequiredService<GrantStore>().Find(WebexIdentity.Person(new PersonId(bot.Alice.Account.PersonId)));

    /// <summary>Takes back, at Webex, what she consented to.</summary>
    public static async Task RevokeAtWebexAsync(TestBot bot)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        (await http.PostAsJsonAsync("/simulator/consents/revoke", new { email = "alice@example.com" }, Cancelled)).EnsureSuccessStatusCode();
    }

    /// <summary>How often Webex answered a call so.</summary>
    public static async Task<int> CallsAsync(TestBot bot, string method, string route, string status = "2xx")
    {
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        return (await http.GetFromJsonAsync<JsonElement>($"/simulator/ledger?method={method}&route={route}&status={status}", Cancelled)).GetProperty("items").GetArrayLength();
    }
}
