using System.Net;
using System.Text.RegularExpressions;
using BotHost.Testing;
using BotHost.Tests.Browser;
using BotHost.Tests.Hosting;
using BotHost.Tests.Operations;

namespace BotHost.Tests.Identities;

/// <summary>What operators see of identities and can do about them.</summary>
public sealed partial class IdentityCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Login_shows_a_code_and_waits_until_somebody_has_consented()
    {
        await using var bot = await ConsentBench.StartAsync(settings: Operator.Settings);
        using var op = new Operator(bot);
        await using var tab = await Chromium.OpenAsync(Cancelled);

        // In a terminal beside the running host, which is asked.
        await using var verb = new ProgramUnderTest(
            Repository.Program("BotHost"), ["identity", "login", $"--Admin:Listen={op.Address}", $"--Storage:ConnectionString=Data Source={op.Store};Pooling=False"], [("Admin__Token", Operator.Token)]);
        var address = Addresses().Matches(await verb.WaitForAsync("enter the code", Cancelled))[^1].Value;
        await tab.GoAsync(address);
        await tab.Page.SelectOptionAsync("#account", "alice@example.com");
        await tab.Page.ClickAsync("#accept");

        (await verb.WaitForAsync("has consented", Cancelled)).ShouldContain("person:" + bot.Alice.Account.PersonId);
        (await verb.ExitAsync(Cancelled)).ShouldBe((0, ""));
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
    }

    [Fact(Timeout = 60_000)]
    public async Task Login_over_http_answers_at_once_with_a_ticket_to_ask_again_with()
    {
        await using var bot = await ConsentBench.StartAsync(settings: Operator.Settings);
        using var op = new Operator(bot);

        var ticket = (await op.AskAsync(HttpMethod.Post, "identity/login?")).Json.GetProperty("ticket").GetString();
        var (status, still) = await op.AskAsync(HttpMethod.Post, "identity/login?ticket=" + ticket);
        (status, still.GetProperty("sentence").GetString()).ShouldBe((HttpStatusCode.OK, "Nobody has decided yet."));
        // What Webex trips over once ends nothing.
        await bot.FailAsync(new { method = "POST", path = "/device/token", status = 502, count = 1 }, Cancelled);
        (await op.AskAsync(HttpMethod.Post, "identity/login?ticket=" + ticket)).Status.ShouldBe(HttpStatusCode.OK);

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(6), Cancelled);
        (await op.AskAsync(HttpMethod.Post, "identity/login?ticket=" + ticket)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact(Timeout = 60_000)]
    public async Task Revoke_forgets_the_tokens_at_once()
    {
        await using var bot = await ConsentBench.StartAsync(settings: Operator.Settings);
        using var op = new Operator(bot);
        await ConsentBench.GrantAsync(bot);

        (await op.TypeAsync("identity", "revoke", "nobody")).Code.ShouldBe(1);
        (await op.TypeAsync("identity", "revoke", ConsentBench.Alice(bot).ToString())).Code.ShouldBe(0);

        ConsentBench.GrantOf(bot).ShouldBeNull();
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Erasing_a_person_erases_their_tokens_and_what_they_are_asked()
    {
        await using var bot = await ConsentBench.StartAsync(settings: Operator.Settings);
        using var op = new Operator(bot);
        var link = ConsentBench.LinkOf((await bot.SayAsync("mine", Cancelled))[0]);
        await ConsentBench.GrantAsync(bot);

        (await op.TypeAsync("person", "erase", bot.Alice.Account.PersonId)).Code.ShouldBe(0);

        ConsentBench.GrantOf(bot).ShouldBeNull();
        using var browser = new Visitor(bot);
        (await browser.TitleAsync(link)).ShouldBe("This link is over");
        (await op.TypeAsync("store", "check")).Code.ShouldBe(0);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_ends_soon_is_told_before_it_does()
    {
        await using var bot = await ConsentBench.StartAsync();
        using var browser = new Visitor(bot);
        await ConsentBench.GrantAsync(bot);
        (await ReadyAsync()).ShouldBe("ready\n");

        // A refresh token that shrinks, as captures show.
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(85), Cancelled);
        await Sharing.Crowd.UntilAsync(() => Task.FromResult(ConsentBench.GrantOf(bot)!.Version > 1));
        (await ReadyAsync()).ShouldBe("ready\n");
        // By now it is over, and the last access token has six days to go.
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(8), Cancelled);
        bot.ExpectWarnings(); // That a week is more than the host catches up with.
        (await ReadyAsync()).ShouldStartWith("ready\ndegraded: 1 consents end soon");

        async Task<string> ReadyAsync() => await (await browser.GoAsync("/health/ready")).Content.ReadAsStringAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_personal_access_token_is_the_hosts_own_and_warned_about()
    {
        await using var bot = await TestBot.StartAsync(
            ConsentBench.Mine, [("Webex:AccessToken", "sim_alice_ccca869e-3319-4970-9c10-2a15f6089ae3"), .. Operator.Settings], cancellationToken: Cancelled);
        using var op = new Operator(bot);
        using var browser = new Visitor(bot);

        await Sharing.Crowd.UntilAsync(() => Task.FromResult(bot.Log.Any(line => line.Message.Contains("is over at"))));

        (await (await browser.GoAsync("/health/ready")).Content.ReadAsStringAsync(Cancelled)).ShouldContain("degraded: the host's personal access token is over at");
        (await op.TypeAsync("identity", "list")).Output.ShouldContain("a person's own token");
        bot.ExpectWarnings();
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Addresses();
}
