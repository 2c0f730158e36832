using System.Net;

namespace BotHost.Tests.Identities;

/// <summary>The two pages below <c>/oauth</c>, visited by a browser that does what it likes.</summary>
public sealed class OAuthDoorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Every_answer_is_neither_kept_nor_framed_and_repeats_nothing()
    {
        await using var bot = await ConsentBench.StartAsync();
        using var browser = new Visitor(bot);
        var link = ConsentBench.LinkOf((await bot.SayAsync("mine", Cancelled))[0]);

        var begun = await browser.GoAsync(link);
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var wrong = await browser.GoAsync("/oauth/callback?state=%3Cscript%3Ealert(1)%3C/script%3E&code=x&error=%3Cb%3E");
        var none = await browser.GoAsync("/oauth/login?ask=%3Cscript%3E");

        foreach (var answer in new[] { begun, wrong, none })
        {
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
            (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldNotContain("<script");
        }

        (wrong.StatusCode, none.StatusCode).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.NotFound));
        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("path=/oauth/callback", Case.Insensitive);
    }

    [Fact(Timeout = 60_000)]
    public async Task It_asks_webex_with_a_challenge_and_for_what_is_configured_only()
    {
        await using var bot = await ConsentBench.StartAsync();
        using var browser = new Visitor(bot);

        var query = (await browser.GoAsync(ConsentBench.LinkOf((await bot.SayAsync("mine", Cancelled))[0]))).Headers.Location!.Query;

        query.ShouldContain("code_challenge_method=S256");
        query.ShouldContain("scope=" + Uri.EscapeDataString(ConsentBench.Scopes).Replace("%20", "%20", StringComparison.Ordinal));
        query.ShouldNotContain(ConsentBench.ClientSecret);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_state_ends_one_login_in_the_browser_that_began_it_and_no_other()
    {
        await using var bot = await ConsentBench.StartAsync();
        using Visitor browser = new(bot), other = new(bot);
        var link = ConsentBench.LinkOf((await bot.SayAsync("mine", Cancelled))[0]);

        // Without the cookie, and with the cookie once that has used the state up.
        var back = await browser.ConsentAtWebexAsync(link, "alice@example.com");
        (await other.TitleAsync(back)).ShouldBe("This login was begun elsewhere");
        (await browser.TitleAsync(back)).ShouldBe("This login is over");
        ConsentBench.GrantOf(bot).ShouldBeNull();

        // One that is good is good once.
        back = await browser.ConsentAtWebexAsync(link, "alice@example.com");
        (await browser.TitleAsync(back)).ShouldBe("Thank you");
        (await browser.TitleAsync(back)).ShouldBe("This login is over");
        await bot.QuietAsync(Cancelled);
        (await browser.TitleAsync(link)).ShouldBe("This link is over");
        ConsentBench.GrantOf(bot).ShouldNotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_login_that_takes_too_long_is_over_and_so_is_a_code_that_is_not_webexs()
    {
        await using var bot = await ConsentBench.StartAsync(settings: [("BotHost:AnswerTimeout", "01:00:00")]);
        using var browser = new Visitor(bot);
        var link = ConsentBench.LinkOf((await bot.SayAsync("mine", Cancelled))[0]);

        var back = await browser.ConsentAtWebexAsync(link, "alice@example.com");
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(11), Cancelled);
        (await browser.TitleAsync(back)).ShouldBe("This login is over");

        back = await browser.ConsentAtWebexAsync(link, "alice@example.com");
        (await browser.TitleAsync(System.Text.RegularExpressions.Regex.Replace(back, "code=[^&]+", "code=another"))).ShouldBe("Webex did not take the login");
        ConsentBench.GrantOf(bot).ShouldBeNull();
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Neither_codes_nor_tokens_are_in_the_log_or_readable_in_the_store()
    {
        await using var bot = await ConsentBench.StartAsync(settings: Operations.Operator.Settings);
        using var browser = new Visitor(bot);
        using var op = new Operations.Operator(bot);

        var back = await browser.ConsentAtWebexAsync(ConsentBench.LinkOf((await bot.SayAsync("mine", Cancelled))[0]), "alice@example.com");
        (await browser.TitleAsync(back)).ShouldBe("Thank you");
        await bot.QuietAsync(Cancelled);
        var grant = ConsentBench.GrantOf(bot).ShouldNotBeNull();
        var vault = ConsentBench.Service<BotHost.Identities.TokenVault>(bot);
        string[] secrets = [vault.Unlock(grant.AccessToken)!, vault.Unlock(grant.RefreshToken)!, ConsentBench.ClientSecret, System.Web.HttpUtility.ParseQueryString(new Uri(back).Query)["code"]!];

        var listed = await op.TypeAsync("identity", "list");
        listed.Output.ShouldContain($"person:{bot.Alice.Account.PersonId}");
        var store = Directory.EnumerateFiles(Path.GetDirectoryName(op.Store)!).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared).ToList();
        foreach (var secret in secrets)
        {
            secret.Length.ShouldBeGreaterThan(10);
            bot.Log.ShouldNotContain(line => line.Message.Contains(secret));
            listed.Output.ShouldNotContain(secret);
            store.Any(bytes => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) >= 0).ShouldBeFalse();
        }
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
