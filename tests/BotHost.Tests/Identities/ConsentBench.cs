using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Storage;
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
        "--Simulator:Integrations:0:RedirectUris:0=http://127.0.0.1/oauth/callback", $"--Simulator:Integrations:0:Scopes={Scopes} spark:applications_token",
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

    public static T Service<T>(TestBot bot) where T : notnull => bot.Host.Services.GetRequiredService<T>();

    public static WebexIdentity Alice(TestBot bot) => WebexIdentity.Person(new PersonId(bot.Alice.Account.PersonId));

    /// <summary>What the store has of Alice.</summary>
    public static Grant? GrantOf(TestBot bot) => Service<GrantStore>(bot).Find(Alice(bot));

    /// <summary>Alice has consented, without anybody looking at a page.</summary>
    /// <param name="scopes">To these alone; null for all that the bot asks for.</param>
    public static async Task GrantAsync(TestBot bot, string? scopes = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        using var answer = await http.PostAsJsonAsync("/simulator/consents", new { email = "alice@example.com", clientId = ClientId, scopes = (scopes ?? Scopes).Split(' ') }, Cancelled);
        var tokens = JsonSerializer.Deserialize(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled), OAuthJson.Default.TokenSet)!;
        var locked = Service<TokenVault>(bot).Lock(tokens);
        await Service<Database>(bot).WriteAsync(session =>
        {
            GrantStore.Put(session, Alice(bot), locked, bot.Clock.Now.ToUnixTimeMilliseconds());
            return true;
        }, cancellationToken: Cancelled);
    }

    /// <summary>Has her token be over already, by the bot's clock.</summary>
    public static Task EndTokenAsync(TestBot bot) => Service<Database>(bot).WriteAsync(session =>
        session.Execute("UPDATE grants SET access_until = @now, issued_at = @now - 1000", ("@now", bot.Clock.Now.ToUnixTimeMilliseconds() - 1)), cancellationToken: Cancelled);

    /// <summary>Renews her token at Webex, and stores nothing of it.</summary>
    public static async Task RefreshElsewhereAsync(TestBot bot)
    {
        var refresh = Service<TokenVault>(bot).Unlock(GrantOf(bot)!.RefreshToken)!;
        (await Service<TokenEndpoint>(bot).RefreshAsync(new OAuthApp(ClientId, ClientSecret), refresh, Cancelled)).Outcome.ShouldBe(TokenOutcome.Given);
    }

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

    /// <summary>How often a fault has come about, the one there is.</summary>
    public static async Task<int> InjectedAsync(TestBot bot)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        return (await http.GetFromJsonAsync<JsonElement>("/simulator/faults", Cancelled)).GetProperty("items").EnumerateArray().Sum(fault => fault.GetProperty("injected").GetInt32());
    }
}
