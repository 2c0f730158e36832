using System.Net;
using static BotHost.Tests.Simulator.Identity.Consenting;

namespace BotHost.Tests.Simulator.Identity;

public sealed class AuthorizeTests
{
    [Fact]
    public async Task Whoever_accepts_is_sent_back_with_a_code_and_the_state()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        using var answer = await webex.AnswerAsync(await webex.OpenAsync(AuthorizePath(app)), webex.Bob.Email, "accept");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldStartWith(Callback + "?code=");
        Parameters(answer.Headers.Location).Keys.ShouldBe(["code", "state"]);
        Parameters(answer.Headers.Location)["state"].ShouldBe("a b");
    }

    [Fact]
    public async Task Whoever_declines_is_sent_back_with_an_error()
    {
        await using var webex = await LocalWebex.StartAsync();
        var told = await webex.AuthorizeAsync(AuthorizePath(await webex.ApplicationAsync("BotHost")), webex.Bob.Email, "decline");
        told["error"].ShouldBe("access_denied");
        told["state"].ShouldBe("a b");
        told.ContainsKey("code").ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_says_in_words_what_is_asked_and_offers_those_who_can_log_in()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.RegisterAsync(new { name = "<b>Evil</b>", redirectUris = new[] { Callback }, scopes = new[] { "spark:rooms_read", "meeting:schedules_write" } });
        var (html, _, _) = await webex.OpenAsync(AuthorizePath(app, "spark:rooms_read meeting:schedules_write", "&login_hint=carol@example.com"));
        html.ShouldContain("See spaces");
        html.ShouldContain("Change meetings");
        html.ShouldContain("&lt;b&gt;Evil&lt;/b&gt;");
        html.ShouldNotContain("<b>Evil");
        html.ShouldContain("""<option value="carol@example.com" selected>""");
        html.ShouldContain("bob@example.com");
        html.ShouldNotContain("bothost@webex.bot");
    }

    [Fact]
    public async Task No_other_page_can_frame_it_or_answer_for_somebody()
    {
        await using var webex = await LocalWebex.StartAsync();
        var path = AuthorizePath(await webex.ApplicationAsync("BotHost"));
        using (var answer = await webex.Http.GetAsync($"/v1/{path}", TestContext.Current.CancellationToken))
        {
            answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("samesite=strict; httponly");
        }
        var page = await webex.OpenAsync(path);
        await ShouldBeNothingAsync(page with { Cookie = (await webex.OpenAsync(path)).Cookie });
        await ShouldBeNothingAsync(page with { Cookie = "other=1" });
        await ShouldBeNothingAsync(page with { Number = "x" });

        using var good = await webex.AnswerAsync(page, webex.Bob.Email, "accept");
        good.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await ShouldBeNothingAsync(page);

        async Task ShouldBeNothingAsync((string, string, string) forged)
        {
            using var answer = await webex.AnswerAsync(forged, webex.Bob.Email, "accept");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_page_is_no_longer_valid_after_ten_minutes_and_somebody_must_be_chosen()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var page = await webex.OpenAsync(AuthorizePath(await webex.ApplicationAsync("BotHost")));
        using (var nobody = await webex.AnswerAsync(page, "nobody@example.com", "accept")) nobody.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var bot = await webex.AnswerAsync(page, webex.Bot.Email, "accept")) bot.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        clock.Advance(TimeSpan.FromMinutes(10));
        using var late = await webex.AnswerAsync(page, webex.Bob.Email, "accept");
        late.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("http://127.0.0.1", "http://127.0.0.1:5080/oauth/callback", true)]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1:5080/cb", true)]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1:5080/other", false)]
    [InlineData("http://127.0.0.1", "http://localhost:5080/", false)]
    [InlineData("http://127.0.0.1", "https://127.0.0.1:5080/", false)]
    [InlineData("https://bot.example.com/cb", "https://bot.example.com/cb", true)]
    [InlineData("https://bot.example.com/cb", "https://bot.example.com:8443/cb", false)]
    [InlineData("https://bot.example.com/cb", "https://bot.example.com/cb?a=1", false)]
    [InlineData("https://bot.example.com", "https://bot.example.com/cb", false)]
    public async Task Only_what_is_registered_is_gone_to_except_for_the_ports_of_this_machine(string registered, string address, bool isAllowed)
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.RegisterAsync(new { name = "Calendar", redirectUris = new[] { registered }, scopes = new[] { "spark:rooms_read" } });
        (await webex.Nobody.StatusAsync($"authorize?response_type=code&client_id={app.ClientId}&scope=spark:rooms_read&redirect_uri={Uri.EscapeDataString(address)}"))
            .ShouldBe(isAllowed ? 200 : 400);
    }

    [Fact]
    public async Task What_is_wrong_is_shown_to_a_browser_and_nobody_is_sent_anywhere()
    {
        await using var webex = await LocalWebex.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/authorize?client_id=x&redirect_uri=https://evil.example/");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await webex.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Client Id is invalid");
    }

    [Fact]
    public async Task An_error_is_added_to_what_the_address_has_already()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.RegisterAsync(new { name = "Calendar", redirectUris = new[] { "https://bot.example.com/cb?a=1" }, scopes = new[] { "spark:rooms_read" } });
        var answer = await webex.Nobody.GetAsync(
            $"authorize?response_type=code&client_id={app.ClientId}&scope=none&state=s&redirect_uri={Uri.EscapeDataString("https://bot.example.com/cb?a=1")}");
        answer.Headers["Location"].ShouldStartWith("https://bot.example.com/cb?a=1&error=invalid_scope&error_description=");
        answer.Headers["Location"].ShouldEndWith("&state=s");
    }

    [Fact]
    public async Task What_is_an_administrators_only_one_can_allow()
    {
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.RegisterAsync(new { name = "Office", redirectUris = new[] { Callback }, scopes = new[] { "spark-admin:people_read", "spark-compliance:events_read" } });
        foreach (var scope in new[] { "spark-admin:people_read", "spark-compliance:events_read" })
        {
            (await webex.AuthorizeAsync(AuthorizePath(app, scope), webex.Bob.Email))["error"].ShouldBe("invalid_scope");
            (await webex.AuthorizeAsync(AuthorizePath(app, scope), webex.Alice.Email)).ContainsKey("code").ShouldBeTrue();
        }
    }
}
