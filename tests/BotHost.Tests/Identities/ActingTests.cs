using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Tests.Dispatch;

namespace BotHost.Tests.Identities;

/// <summary>What a handler does as somebody else is done once, as what it does as the bot.</summary>
public sealed class ActingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_message_is_posted_in_the_askers_name_once_though_its_answer_is_lost()
    {
        await using var bot = await ConsentBench.StartAsync(
            routes => routes.Command("say", async (string what, string room, BotContext context) =>
            {
                await context.As(Identity.Asker).Messages.PostAsync(new RoomId(room), Reply.Markdown($"**{what}**"), context.Aborted);
                return "Said.";
            }), [("Webex:Timeout", "00:00:01"), ("Outbox:SettleTime", "00:00:01")]);
        await ConsentBench.GrantAsync(bot);
        var room = (await bot.Alice.CallAsync(HttpMethod.Post, "rooms", new { title = "Hers alone" }, Cancelled)).GetProperty("id").GetString()!;
        await bot.FailAsync(new { method = "POST", path = "/messages", email = "alice@example.com", status = 502, when = "after", skip = 1, count = 1 }, Cancelled);

        await bot.SayAsync($"say hello {room}", Cancelled);
        await Sharing.Crowd.UntilAsync(async () => (await bot.Alice.DirectAsync(Cancelled))[0].Text == "Said.");

        var said = (await bot.Alice.MessagesAsync(room, Cancelled)).ShouldHaveSingleItem();
        (said.PersonEmail, said.Text).ShouldBe(("alice@example.com", "hello"));
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_space_made_as_the_asker_is_theirs_alone()
    {
        await using var bot = await ConsentBench.StartAsync(routes => routes.Command("make", async (string title, BotContext context) =>
        {
            var space = await context.As(Identity.Asker).Spaces.CreateAsync(title, context.Aborted);
            return $"{space.Title} is yours.";
        }));
        await ConsentBench.GrantAsync(bot);

        (await bot.SayAsync("make Unicorn", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Unicorn is yours.");

        (await bot.Alice.SpacesAsync(Cancelled)).ShouldBe(["Unicorn"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task In_the_turn_of_an_event_there_is_nobody_to_act_as()
    {
        await using var bot = await ConsentBench.StartAsync(routes =>
        {
            routes.Command("ping", () => "pong");
            routes.OnAdded(async (BotContext context) =>
            {
                await context.As(Identity.Asker).Spaces.ListMineAsync(cancellationToken: context.Aborted);
                return "Hello.";
            });
        }, [("BotHost:HandlerRetries", "0")]);

        await bot.Alice.CreateSpaceAsync("Unicorn", cancellationToken: Cancelled);

        bot.ExpectWarnings();
        StoredEvent.All(bot).ShouldContain(e => e.Status == EventStatus.Dead && e.Reason!.Contains("InvalidOperationException"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_service_app_gets_its_token_by_its_owner_where_they_consented_to_that()
    {
        const string Id = "C-of-the-service-app";
        await using var bot = await ConsentBench.StartAsync(
            routes => routes.Command("who", async (BotContext context) => $"{(await context.As(Identity.ServiceApp("desk")).Spaces.ListMineAsync(cancellationToken: context.Aborted)).Count} spaces"),
            simulator: ["--Simulator:ServiceApps:0:Name=Desk", $"--Simulator:ServiceApps:0:ClientId={Id}", "--Simulator:ServiceApps:0:ClientSecret=canary-service-secret", "--Simulator:ServiceApps:0:Scopes=spark:rooms_read spark:memberships_read"]);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        (await http.PostAsJsonAsync($"/simulator/applications/{Id}/authorize", new { email = "alice@example.com" }, Cancelled)).EnsureSuccessStatusCode();
        var app = (await http.GetFromJsonAsync<JsonElement>("/simulator/applications", Cancelled)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("clientId").GetString() == Id);
        await ConsentBench.GrantAsync(bot);
        ConsentBench.Service<Microsoft.Extensions.Options.IOptions<ServiceAppsOptions>>(bot).Value["desk"] = new ServiceAppOptions
        {
            ClientId = Id, ClientSecret = "canary-service-secret", ApplicationId = app.GetProperty("id").GetString(), OrgId = bot.Alice.Account.OrgId, Owner = ConsentBench.Alice(bot).ToString(),
        };

        // Its owner has not consented to that: the operator is told.
        await bot.SayAsync("who", Cancelled);
        bot.ExpectWarnings();
        ConsentBench.Service<GrantStore>(bot).Find(WebexIdentity.ServiceApp("desk"))!.Reason.ShouldNotBeNull().ShouldContain("spark:applications_token");
        StoredEvent.All(bot).ShouldContain(e => e.Status == EventStatus.Dead && e.Reason!.Contains("spark:applications_token"));

        await ConsentBench.GrantAsync(bot, "spark:people_read spark:applications_token");
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        (await bot.SayAsync("who", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("0 spaces");
        // Its own, by now: once it has a refresh token, its owner is not needed.
        await ConsentBench.EndTokenAsync(bot);
        (await bot.SayAsync("who", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("0 spaces");
        (await ConsentBench.CallsAsync(bot, "POST", "/applications/{applicationId}/token")).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_service_app_begins_with_the_refresh_token_of_the_settings()
    {
        const string Id = "C-of-the-service-app";
        await using var bot = await ConsentBench.StartAsync(
            routes => routes.Command("who", async (BotContext context) => $"{(await context.As(Identity.ServiceApp("Desk")).Spaces.ListAllAsync(cancellationToken: context.Aborted)).Count} spaces"),
            simulator: ["--Simulator:ServiceApps:0:Name=Desk", $"--Simulator:ServiceApps:0:ClientId={Id}", "--Simulator:ServiceApps:0:ClientSecret=canary-service-secret", "--Simulator:ServiceApps:0:Scopes=spark:rooms_read"]);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        using var granted = await http.PostAsJsonAsync("/simulator/consents", new { email = "bob@example.com", clientId = Id }, Cancelled);
        var tokens = JsonElement.Parse(await granted.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled));
        ConsentBench.Service<Microsoft.Extensions.Options.IOptions<ServiceAppsOptions>>(bot).Value["desk"] = new ServiceAppOptions
        {
            ClientId = Id, ClientSecret = "canary-service-secret", RefreshToken = tokens.GetProperty("refresh_token").GetString(),
        };

        (await bot.SayAsync("who", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("0 spaces");

        ConsentBench.Service<GrantStore>(bot).Find(WebexIdentity.ServiceApp("desk"))!.AccessToken.ShouldNotBeNull();
        (await bot.SayAsync("who", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("0 spaces");
        (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(1);
    }
}
