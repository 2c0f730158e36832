using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using static BotHost.Tests.Simulator.Identity.Consenting;

namespace BotHost.Tests.Simulator.Identity;

public sealed class AccessTokenTests
{
    private const string NoToken = "The request requires a valid access token set in the Authorization request header.";
    private static readonly string Verifier = new('v', 64);
    private static readonly string Challenge = $"&code_challenge_method=S256&code_challenge={Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))}";

    [Fact]
    public async Task A_code_gives_a_token_that_is_somebody_with_what_he_allowed()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        var app = await webex.ApplicationAsync("BotHost");
        var tokens = (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok();
        tokens.Body.GetProperty("expires_in").GetInt64().ShouldBe(1_209_599);
        tokens.Body.GetProperty("refresh_token_expires_in").GetInt64().ShouldBe(7_775_999);
        tokens.Text("token_type").ShouldBe("Bearer");
        tokens.Text("scope").ShouldBe("spark:rooms_read spark:people_read spark:kms");
        tokens.Text("access_token").ShouldMatch("^[A-Za-z0-9]+_PF84_[0-9a-f-]{36}$");
        tokens.Headers["Cache-Control"].ShouldBe("no-store");

        var bob = webex.With(tokens);
        (await bob.GetAsync("people/me")).Ok().Text("id").ShouldBe(webex.Bob.Id);
        (await bob.GetAsync("rooms")).Ok();
        (await bob.PostAsync("rooms", new { title = "Orchard" })).Refused(403, "Missing required scope: spark:rooms_write");
    }

    [Fact]
    public async Task A_code_is_good_once_for_its_application_and_its_address_and_not_for_long()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var app = await webex.ApplicationAsync("BotHost");
        var other = await webex.RegisterAsync(new { name = "Other", redirectUris = new[] { Callback }, scopes = new[] { "spark:rooms_read" } });
        var code = await webex.CodeAsync(app, webex.Bob);
        (await webex.RedeemAsync(other, code)).Refused(400);
        (await webex.RedeemAsync(app, code)).Ok();
        (await webex.RedeemAsync(app, code)).Refused(400);

        code = await webex.CodeAsync(app, webex.Bob);
        (await webex.TokenAsync(app, "authorization_code", ("code", code), ("redirect_uri", "http://127.0.0.1:9/other"))).Refused(400);
        (await webex.RedeemAsync(app, code)).Refused(400);

        code = await webex.CodeAsync(app, webex.Bob);
        clock.Advance(TimeSpan.FromSeconds(300));
        (await webex.RedeemAsync(app, code)).Refused(400);
    }

    [Fact]
    public async Task Whoever_asked_with_a_challenge_must_bring_its_verifier()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob, Challenge), ("code_verifier", Verifier))).Ok();
        (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob, Challenge), ("code_verifier", new('w', 64)))).Refused(400);
        (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob, Challenge))).Refused(400);
        (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob), ("code_verifier", Verifier))).Refused(400);
    }

    [Fact]
    public async Task An_application_may_name_itself_by_http_basic()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var refresh = (await webex.ConsentAsync(webex.Bob, app)).GetProperty("refresh_token").GetString()!;
        (await SendAsync($"{app.ClientId}:{app.ClientSecret}")).Ok();
        (await SendAsync($"{app.ClientId}:wrong")).Refused(401);
        (await SendAsync("x")).Refused(401, "Client Id is invalid");

        Task<Answer> SendAsync(string basic) => new Account(webex.Http, null, default) { Basic = basic }.SendAsync(
            HttpMethod.Post, "access_token", new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", refresh)]));
    }

    [Fact]
    public async Task An_access_token_lasts_two_weeks_and_a_refresh_token_ninety_days_in_all()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var app = await webex.ApplicationAsync("BotHost");
        var first = (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok();
        clock.Advance(TimeSpan.FromSeconds(1_209_598));
        (await webex.With(first).GetAsync("people/me")).Ok();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await webex.With(first).GetAsync("people/me")).Refused(401, NoToken);

        var second = (await webex.RefreshAsync(app, first.Text("refresh_token"))).Ok();
        second.Text("refresh_token").ShouldBe(first.Text("refresh_token"));
        second.Body.GetProperty("expires_in").GetInt64().ShouldBe(1_209_599);
        second.Body.GetProperty("refresh_token_expires_in").GetInt64().ShouldBe(7_775_999 - 1_209_599);
        (await webex.With(second).GetAsync("people/me")).Ok();
        clock.Advance(TimeSpan.FromSeconds(7_775_999 - 1_209_599));
        (await webex.RefreshAsync(app, first.Text("refresh_token"))).Refused(400);
    }

    [Fact]
    public async Task Consent_that_is_taken_back_ends_all_its_tokens()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var (bobs, carols) = ((await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok(), (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Carol))).Ok());
        (await webex.ControlAsync(HttpMethod.Get, "consents")).Body.GetProperty("items").GetArrayLength().ShouldBe(2);
        (await webex.ControlAsync(HttpMethod.Post, "consents/revoke", new { email = webex.Bob.Email })).Body.GetProperty("revoked").GetInt32().ShouldBe(1);
        (await webex.With(bobs).GetAsync("people/me")).Refused(401, NoToken);
        (await webex.RefreshAsync(app, bobs.Text("refresh_token"))).Refused(400);
        (await webex.With(carols).GetAsync("people/me")).Ok();
    }

    [Fact]
    public async Task Whoever_is_deleted_has_no_token_left()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var bobs = (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok();
        var code = await webex.CodeAsync(app, webex.Bob);
        (await webex.Alice.DeleteAsync($"people/{webex.Bob.Id}")).Deleted();
        (await webex.With(bobs).GetAsync("people/me")).Refused(401, NoToken);
        (await webex.Bob.GetAsync("people/me")).Refused(401, NoToken);
        (await webex.RefreshAsync(app, bobs.Text("refresh_token"))).Refused(400);
        (await webex.RedeemAsync(app, code)).Refused(400);
    }

    [Fact]
    public async Task An_administrator_sees_what_people_allow_and_ends_it()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var bobs = (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok();
        var all = (await webex.Alice.GetAsync($"authorizations?personEmail={webex.Bob.Email}")).Ok().Items.ToDictionary(one => one.GetProperty("type").GetString()!);
        all.Keys.Order().ShouldBe(["access", "refresh"]);
        all["refresh"].GetProperty("applicationName").GetString().ShouldBe("BotHost");
        all["refresh"].GetProperty("clientId").GetString().ShouldBe(app.ClientId);
        all["refresh"].GetProperty("applicationId").GetString().ShouldBe(app.Id);

        (await webex.Alice.DeleteAsync($"authorizations/{all["access"].GetProperty("id").GetString()}")).Deleted();
        (await webex.With(bobs).GetAsync("people/me")).Refused(401);
        var second = (await webex.RefreshAsync(app, bobs.Text("refresh_token"))).Ok();
        (await webex.Alice.DeleteAsync($"authorizations/{all["refresh"].GetProperty("id").GetString()}")).Deleted();
        (await webex.With(second).GetAsync("people/me")).Refused(401);
        (await webex.RefreshAsync(app, bobs.Text("refresh_token"))).Refused(400);

        var third = (await webex.RedeemAsync(app, await webex.CodeAsync(app, webex.Bob))).Ok();
        (await webex.Alice.DeleteAsync($"authorizations?clientId={app.ClientId}")).Deleted();
        (await webex.With(third).GetAsync("people/me")).Refused(401);
        (await webex.Alice.GetAsync($"authorizations?personId={webex.Bob.Id}")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Webhooks_and_messages_are_the_applications_own()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var bob = new Account(webex.Http, (await webex.ConsentAsync(webex.Bob, app)).GetProperty("access_token").GetString(), default);
        var hook = (await bob.PostAsync("webhooks", new { name = "x", targetUrl = "http://127.0.0.1:1/", resource = "rooms", @event = "created" })).Ok();
        hook.Text("appId").ShouldBe(app.Id);
        (await webex.Bob.GetAsync("webhooks")).Ok().Items.ShouldBeEmpty();
    }
}
