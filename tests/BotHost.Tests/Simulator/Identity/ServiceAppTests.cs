using System.Net;

namespace BotHost.Tests.Simulator.Identity;

public sealed class ServiceAppTests
{
    [Fact]
    public async Task What_an_administrator_allows_acts_by_itself_until_he_takes_it_back()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var app = await webex.ApplicationAsync("Service");
        await receiver.RegisterAsync(webex.Alice, "serviceApp", "authorized");
        await receiver.RegisterAsync(webex.Alice, "serviceApp", "deauthorized", $"id={app.Id}");
        await receiver.RegisterAsync(webex.Bob, "serviceApp", "authorized");
        (await TokenAsync(webex, app)).Refused(403);

        (await DecideAsync(webex, app, "authorize", webex.Bob)).ShouldBe(HttpStatusCode.Forbidden);
        (await DecideAsync(webex, app, "authorize", webex.Alice)).ShouldBe(HttpStatusCode.NoContent);
        var tokens = (await TokenAsync(webex, app)).Ok();
        tokens.Body.GetProperty("expires_in").GetInt64().ShouldBe(1_209_599);
        var service = webex.With(tokens);
        var me = (await service.GetAsync("people/me")).Ok();
        me.Text("type").ShouldBe("appuser");
        me.Text("displayName").ShouldBe("Service");
        me.Text("orgId").ShouldBe(webex.Alice.OrgId);
        (await service.PostAsync("rooms", new { title = "Orchard" })).Ok();
        (await service.GetAsync($"people/{webex.Bob.Id}")).Ok().Has("licenses").ShouldBeTrue("It was given an administrator's scope.");
        (await webex.RefreshAsync(app, tokens.Text("refresh_token"))).Ok();
        (await webex.Alice.GetAsync("people")).Ok().Items.Count.ShouldBe(3, "Nobody looks for it.");

        (await DecideAsync(webex, app, "deauthorize", webex.Alice)).ShouldBe(HttpStatusCode.NoContent);
        (await service.GetAsync("people/me")).Refused(401);
        (await webex.RefreshAsync(app, tokens.Text("refresh_token"))).Refused(400);
        (await TokenAsync(webex, app)).Refused(403);

        var told = await receiver.AllAsync(webex);
        told.Select(one => one.Kind).ShouldBe(["serviceApp/authorized", "serviceApp/deauthorized"], ignoreOrder: true);
        told.ShouldAllBe(one => one.Data.GetProperty("id").GetString() == app.Id && one.Json.GetProperty("actorId").GetString() == webex.Alice.Id);
        told.ShouldAllBe(one => one.Data.GetProperty("orgId").GetString() == webex.Alice.OrgId);
    }

    [Fact]
    public async Task Authorized_again_it_is_another_account()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("Service");
        await DecideAsync(webex, app, "authorize", webex.Alice);
        var first = webex.With(await TokenAsync(webex, app));
        await DecideAsync(webex, app, "authorize", webex.Alice);
        (await first.GetAsync("people/me")).Ok();
        await DecideAsync(webex, app, "deauthorize", webex.Alice);
        (await DecideAsync(webex, app, "deauthorize", webex.Alice)).ShouldBe(HttpStatusCode.NotFound);
        await DecideAsync(webex, app, "authorize", webex.Alice);
        (await webex.With(await TokenAsync(webex, app)).GetAsync("people/me")).Ok();
        (await first.GetAsync("people/me")).Refused(401);
    }

    private static async Task<HttpStatusCode> DecideAsync(LocalWebex webex, App app, string verb, Account administrator) =>
        (await webex.ControlAsync(HttpMethod.Post, $"applications/{app.ClientId}/{verb}", new { email = administrator.Email })).Status;

    private static Task<Answer> TokenAsync(LocalWebex webex, App app) => webex.Alice.PostAsync(
        $"applications/{app.Id}/token", new { clientId = app.ClientId, clientSecret = app.ClientSecret, targetOrgId = webex.Alice.OrgId });
}
