using System.Reflection;
using System.Text.RegularExpressions;
using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Hosting;
using BotHost.Tests.Webex;
using BotHost.Webex;
using Refit;
using Answer = BotHost.Tests.Webex.Answer;

namespace BotHost.Tests.Identities;

/// <summary>What a token's scopes do not allow is not sent, and said what it takes.</summary>
public sealed partial class ScopeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_declared_call_has_a_row()
    {
        var without = typeof(WebexClient).Assembly.GetTypes().Where(type => type is { IsInterface: true, Namespace: "BotHost.Webex" })
            .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<HttpMethodAttribute>())
            .Select(call => (call.Method.Method, Path: Regex.Replace(call.Path.Split('?')[0], @"\{[^}]*\}", "{}")))
            .Where(call => call.Path != "" && CallScopes.Of(call.Method, call.Path.Split('/')) is null);

        without.ShouldBeEmpty();
    }

    /// <summary>Both tables are made from the guides, each for itself: what is kept back here and would have been taken there is a mistake in one.</summary>
    [Fact]
    public void What_the_local_webex_would_take_is_sent()
    {
        var rows = Operations().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/WebexSimulator/README.md")));
        var keptBack = rows.SelectMany(row => Scopes().Matches(row.Groups["scopes"].Value).Select(scope => (Call: $"{row.Groups["method"]} {row.Groups["path"]}", Scope: scope.Groups[1].Value)))
            .Where(taken => taken.Call.Split(" /") is [var method, var path] && CallScopes.Of(method, path.Split('/')) is { Count: > 0 } ours && !ours.Contains(taken.Scope));

        rows.Count.ShouldBeGreaterThan(80);
        keptBack.ShouldBeEmpty();
    }

    [Fact]
    public void No_two_rows_are_of_one_call() => ScopeTable.All.GroupBy(row => row.Call).Where(group => group.Count() > 1).ShouldBeEmpty();

    [Theory]
    [InlineData("GET", "messages/M1", "spark:messages_read")]
    [InlineData("GET", "messages/direct", "spark:messages_read")]
    [InlineData("HEAD", "contents/C1", "spark:messages_read")]
    [InlineData("POST", "meetings/M1/end", "meeting:schedules_write")]
    [InlineData("PUT", "meetingTranscripts/T1/snippets/S1", "meeting:transcripts_write")]
    [InlineData("GET", "people/me", null)]
    public void A_call_takes_the_scope_of_its_row(string method, string path, string? scope) =>
        CallScopes.Of(method, path.Split('/'))!.FirstOrDefault().ShouldBe(scope);

    [Fact]
    public async Task What_no_bot_may_is_not_sent()
    {
        await using var bench = await WebexBench.StartAsync();
        bench.Bot.Type = PersonType.Bot;

        var refused = await Should.ThrowAsync<ScopeMissingException>(() => bench.Webex.Applications.CreateTokenAsync(
            "A1", new NewApplicationToken { ClientId = "C", ClientSecret = "S", TargetOrgId = "O" }, Cancelled));

        refused.Scopes.ShouldBe(["spark:applications_token"]);
        refused.Message.ShouldContain("ctx.As(Identity.Asker)");
        bench.Server.Requests.ShouldBeEmpty();
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_consented_to_less_is_asked_again_for_what_a_call_takes()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot, "spark:people_read");

        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);
        (await ConsentBench.CallsAsync(bot, "GET", "/rooms", "403")).ShouldBe(0);
        using var browser = new Visitor(bot);
        var back = await browser.ConsentAtWebexAsync(ConsentBench.LinkOf((await bot.Alice.DirectAsync(Cancelled))[0]), "alice@example.com");
        (await browser.TitleAsync(back)).ShouldBe("Thank you");
        await bot.QuietAsync(Cancelled);

        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("Yours:");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_scope_that_nobody_is_asked_for_is_named_to_the_operator()
    {
        await using var bot = await ConsentBench.StartAsync(routes => routes.Command("teams", async (BotContext context) =>
            $"{(await context.As(Identity.Asker).Teams.ListMineAsync(context.Aborted)).Count}"));
        await ConsentBench.GrantAsync(bot);

        await bot.SayAsync("teams", Cancelled);

        bot.ExpectWarnings();
        var reason = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead).Reason!;
        reason.ShouldContain("spark:teams_read");
        reason.ShouldContain("Webex:Integration:Scopes");
    }

    [Fact]
    public async Task Limits_of_one_identity_hold_up_no_other()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(429).With("Retry-After", "9"), Answer.Json(Samples.Person));
        var other = bench.Webex.As(new BotHost.Identities.NewTokenCaller("another-token"));

        var kept = bench.Webex.People.GetMeAsync(Cancelled);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(9));
        await other.People.GetMeAsync(Cancelled);

        kept.IsCompleted.ShouldBeFalse();
    }

    [GeneratedRegex(@"^\| `(?<method>\w+) (?<path>/[^`]+)` \| yes \| (?<scopes>[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Operations();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Scopes();
}
