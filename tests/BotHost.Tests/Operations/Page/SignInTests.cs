using System.Net;
using BotHost.Storage;
using BotHost.Tests.Browser;
using BotHost.Tests.Hosting;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>The page is for those who have the token, for as long as they said they would be there.</summary>
public sealed class SignInTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_wrong_token_is_told_so_the_right_one_lets_in_and_signing_out_ends_it()
    {
        await using var bench = await PageBench.StartAsync();
        await using var tab = await Chromium.OpenAsync(Cancelled);

        await tab.GoAsync(bench.Front);
        (await tab.TitleAsync()).ShouldStartWith("Sign in");
        await PageBench.SignInAsync(tab, "not-the-token-0123456789");
        (await tab.TextAsync()).ShouldContain("That is not the token");
        await PageBench.SignInAsync(tab, Operator.Token);
        (await tab.TitleAsync()).ShouldStartWith("Agents");
        await tab.Page.ReloadAsync();
        (await tab.TitleAsync()).ShouldStartWith("Agents");
        var cookie = (await tab.Page.Context.CookiesAsync()).Single();
        (cookie.HttpOnly, cookie.SameSite, cookie.Path).ShouldBe((true, Microsoft.Playwright.SameSiteAttribute.Strict, "/admin"));

        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        (await tab.TitleAsync()).ShouldStartWith("Sign in");
        (await tab.Page.Context.CookiesAsync()).ShouldBeEmpty();
        // Also for whoever copied it.
        (await bench.SendAsync("admin", $"{cookie.Name}={cookie.Value}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        bench.Bot.Host.Services.GetRequiredService<Database>().Read(connection => connection.Query<string>("SELECT actor || ' ' || action FROM operations ORDER BY 1"))
            .ShouldBe(["admin page sign-in", "admin page sign-out"]);
        bench.Bot.ExpectWarnings();
    }

    [Fact]
    public async Task After_so_many_tries_even_the_right_token_waits_a_minute()
    {
        await using var bench = await PageBench.StartAsync();

        for (var i = 0; i < 10; i++)
            (await bench.SendAsync("admin/page/sign-in", form: [("token", "guess-" + i)])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var (status, text, answer) = await bench.SendAsync("admin/page/sign-in", form: [("token", Operator.Token)]);

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        text.ShouldContain("That was tried too often. Wait");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        await bench.Bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), Cancelled);
        await bench.SignInAsync();
        bench.Bot.Log.Count(line => line.Message.Contains("with a wrong token")).ShouldBe(1);
        bench.Bot.Log.ShouldNotContain(line => line.Message.Contains("guess-"));
        bench.Bot.ExpectWarnings();
    }

    [Fact]
    public async Task It_is_over_after_eight_hours_outlasts_a_restart_and_ends_with_another_token()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Operator.Token, Cancelled);
        var port = ProgramUnderTest.FreePort();
        await using var bench = await PageBench.StartAsync(("Admin:Listen", $"http://127.0.0.1:{port}"), ("Admin:Token", null), ("Admin:TokenFile", file));
        var (cookie, _) = await bench.SignInAsync();

        (await bench.SendAsync("admin", cookie)).Status.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllTextAsync(file, "another-token-0123456789", Cancelled);
        (await bench.SendAsync("admin", cookie)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await File.WriteAllTextAsync(file, Operator.Token, Cancelled);
        (await bench.SendAsync("admin", cookie)).Status.ShouldBe(HttpStatusCode.OK);
        await bench.Bot.RestartAsync(Cancelled);
        await bench.Bot.Clock.AdvanceAsync(TimeSpan.FromHours(8) - TimeSpan.FromMinutes(1), Cancelled);
        (await bench.SendAsync("admin", cookie)).Status.ShouldBe(HttpStatusCode.OK);
        await bench.Bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        (await bench.SendAsync("admin", cookie)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        File.Delete(file);
    }

    [Fact]
    public async Task Behind_a_prefix_the_page_and_what_it_has_the_browser_keep_stay_below_it()
    {
        await using var bench = await PageBench.StartAsync(("BotHost:PathBase", "/bot"));

        (await bench.SendAsync("bot/admin")).Text.ShouldContain("action=\"/bot/admin/page/sign-in\"");
        var (status, _, answer) = await bench.SendAsync("bot/admin/page/sign-in", form: [("token", Operator.Token)]);

        (status, answer.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.SeeOther, "/bot/admin"));
        answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("path=/bot/admin;");
    }

    [Fact]
    public async Task While_the_store_cannot_be_read_nobody_is_let_in_and_it_says_why()
    {
        await using var bench = await PageBench.StartAsync();
        var (cookie, _) = await bench.SignInAsync();
        var store = bench.Bot.Host.Services.GetRequiredService<Database>();

        await store.WriteAsync(session => session.Execute("ALTER TABLE kept RENAME TO away"), cancellationToken: Cancelled);
        var (status, text, _) = await bench.SendAsync("admin", cookie);
        await store.WriteAsync(session => session.Execute("ALTER TABLE away RENAME TO kept"), cancellationToken: Cancelled);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        text.ShouldContain("The store cannot be used");
        (await bench.SendAsync("admin", cookie)).Status.ShouldBe(HttpStatusCode.OK);
        bench.Bot.ExpectWarnings();
    }

    [Fact]
    public async Task A_cookie_that_is_none_of_ours_is_nobodys()
    {
        await using var bench = await PageBench.StartAsync();
        var (cookie, _) = await bench.SignInAsync();
        var (name, value) = (cookie.Split('=')[0], cookie.Split('=')[1]);

        foreach (var forged in new[] { "", "x", "%00", value[..^2] + "AA", new string('A', 4000), value + value })
            (await bench.SendAsync("admin", $"{name}={forged}")).Status.ShouldBe(HttpStatusCode.Unauthorized, forged);
        // A session is no token for programs: theirs is the header.
        (await bench.SendAsync("admin/agent/list", cookie)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        bench.Bot.ExpectWarnings();
    }
}
