using BotHost.Inbox;
using BotHost.Testing;
using BotHost.Tests.Browser;
using BotHost.Tests.Dispatch;

namespace BotHost.Tests.Identities;

/// <summary>A person is asked to consent, decides in a browser, and the turn that asked goes on.</summary>
public sealed class ConsentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Who_consents_is_acted_for()
    {
        await using var bot = await ConsentBench.StartAsync();
        await bot.Alice.CallAsync(HttpMethod.Post, "rooms", new { title = "Without the bot" }, Cancelled);

        var asked = await bot.SayAsync("mine", Cancelled);
        asked.ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);
        await using var tab = await Chromium.OpenAsync(Cancelled);
        await ConsentBench.DecideAsync(tab, ConsentBench.LinkOf(asked[0]), "alice@example.com");
        (await tab.TitleAsync()).ShouldBe("Thank you");
        (await tab.TextAsync()).ShouldContain("You may close this page");
        tab.Complaints.ShouldBeEmpty();
        await bot.QuietAsync(Cancelled);

        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Yours: Without the bot");
        // And is not asked again.
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Yours: Without the bot");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_consent_lives_from_the_page_it_is_given_on_to_the_page_it_is_refused_on()
    {
        await using var bot = await ConsentBench.StartAsync(simulator: ["--Simulator:Switches:RefreshTokensRotate=true", "--Simulator:Switches:RefreshEndsOlderAccessTokens=true"]);
        await ConsentBench.ConsentAsync(bot);
        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("Yours:");

        // Two weeks on, its first token is over and the second in use.
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(13.5), Cancelled);
        await Sharing.Crowd.UntilAsync(() => Task.FromResult(ConsentBench.GrantOf(bot)!.Version == 2));
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancelled);
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
        // One for the code, one for the refresh token.
        (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(2);

        await ConsentBench.RevokeAtWebexAsync(bot);
        var again = (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem();
        await using var tab = await Chromium.OpenAsync(Cancelled);
        await ConsentBench.DecideAsync(tab, ConsentBench.LinkOf(again), "alice@example.com", accepts: false);
        await bot.QuietAsync(Cancelled);
        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("You did not consent");
        bot.ExpectWarnings(); // That a week is more than the host catches up with.
    }

    [Fact(Timeout = 120_000)]
    public async Task In_a_space_the_link_comes_in_private_and_the_answer_in_the_space()
    {
        await using var bot = await ConsentBench.StartAsync();
        var space = await bot.Alice.CreateSpaceAsync("Unicorn", cancellationToken: Cancelled);

        (await bot.Alice.MentionAsync(space, "mine", cancellationToken: Cancelled)).ShouldBeEmpty();
        await using var tab = await Chromium.OpenAsync(Cancelled);
        await ConsentBench.DecideAsync(tab, ConsentBench.LinkOf((await bot.Alice.DirectAsync(Cancelled))[0]), "alice@example.com");
        await bot.QuietAsync(Cancelled);

        (await bot.Alice.MessagesAsync(space, Cancelled))[0].Text.ShouldBe("Yours: Unicorn");
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_is_asked_in_two_spaces_consents_once()
    {
        await using var bot = await ConsentBench.StartAsync();
        string[] spaces = [await bot.Alice.CreateSpaceAsync("Unicorn", cancellationToken: Cancelled), await bot.Alice.CreateSpaceAsync("Griffin", cancellationToken: Cancelled)];
        foreach (var space in spaces)
            await bot.Alice.MentionAsync(space, "mine", cancellationToken: Cancelled);
        var asked = await bot.Alice.DirectAsync(Cancelled);
        asked.Count.ShouldBe(2);

        using var browser = new Visitor(bot);
        (await browser.TitleAsync(await browser.ConsentAtWebexAsync(ConsentBench.LinkOf(asked[0]), "alice@example.com"))).ShouldBe("Thank you");
        await bot.QuietAsync(Cancelled);

        foreach (var space in spaces)
            (await bot.Alice.MessagesAsync(space, Cancelled))[0].Text.ShouldNotBeNull().ShouldStartWith("Yours:");
        (await browser.TitleAsync(ConsentBench.LinkOf(asked[1]))).ShouldBe("This link is over");
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_declines_is_not_acted_for_and_told_so()
    {
        await using var bot = await ConsentBench.StartAsync();
        var asked = await bot.SayAsync("mine", Cancelled);
        await using var tab = await Chromium.OpenAsync(Cancelled);

        await ConsentBench.DecideAsync(tab, ConsentBench.LinkOf(asked[0]), "alice@example.com", accepts: false);
        await bot.QuietAsync(Cancelled);

        (await tab.TitleAsync()).ShouldBe("You did not consent");
        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("You did not consent");
        ConsentBench.GrantOf(bot).ShouldBeNull();
    }

    [Fact(Timeout = 120_000)]
    public async Task Somebody_else_cannot_consent_by_a_link()
    {
        await using var bot = await ConsentBench.StartAsync();
        var asked = await bot.SayAsync("mine", Cancelled);
        await using var tab = await Chromium.OpenAsync(Cancelled);

        await ConsentBench.DecideAsync(tab, ConsentBench.LinkOf(asked[0]), "bob@example.com");
        await bot.QuietAsync(Cancelled);

        (await tab.TitleAsync()).ShouldBe("You are somebody else");
        ConsentBench.GrantOf(bot).ShouldBeNull();
        (await bot.Alice.DirectAsync(Cancelled))[0].Id.ShouldBe(asked[0].Id);
        bot.ExpectWarnings();
        // Whom it was for still can.
        await ConsentBench.DecideAsync(tab, ConsentBench.LinkOf(asked[0]), "alice@example.com");
        (await tab.TitleAsync()).ShouldBe("Thank you");
        await bot.QuietAsync(Cancelled);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_restart_between_the_question_and_the_consent_changes_nothing()
    {
        var port = Hosting.ProgramUnderTest.FreePort();
        await using var bot = await ConsentBench.StartAsync(settings: [("BotHost:Listen", $"http://127.0.0.1:{port}")]);
        var asked = await bot.SayAsync("mine", Cancelled);
        await using var tab = await Chromium.OpenAsync(Cancelled);
        await tab.GoAsync(ConsentBench.LinkOf(asked[0]));

        await bot.RestartAsync(Cancelled);
        await tab.Page.SelectOptionAsync("#account", "alice@example.com");
        await tab.Page.ClickAsync("#accept");
        await tab.Page.WaitForURLAsync(address => address.Contains("/oauth/callback", StringComparison.Ordinal));
        await bot.QuietAsync(Cancelled);

        (await tab.TitleAsync()).ShouldBe("Thank you");
        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("Yours:");
    }

    [Fact(Timeout = 120_000)]
    public async Task While_it_waits_other_commands_are_heard_and_cancel_ends_it()
    {
        await using var bot = await ConsentBench.StartAsync(routes =>
        {
            ConsentBench.Mine(routes);
            routes.Command("ping", () => "pong");
        });
        var asked = await bot.SayAsync("mine", Cancelled);

        (await bot.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        (await bot.SayAsync("cancel", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("All right, I stopped there.");

        await using var tab = await Chromium.OpenAsync(Cancelled);
        (await tab.GoAsync(ConsentBench.LinkOf(asked[0]))).Status.ShouldBe(404);
        (await tab.TitleAsync()).ShouldBe("This link is over");
    }

    [Fact(Timeout = 120_000)]
    public async Task Its_time_runs_out_as_a_questions_does()
    {
        await using var bot = await ConsentBench.StartAsync();
        var asked = await bot.SayAsync("mine", Cancelled);
        await using var tab = await Chromium.OpenAsync(Cancelled);
        await tab.GoAsync(ConsentBench.LinkOf(asked[0]));

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(9), Cancelled);
        (await bot.Alice.DirectAsync(Cancelled))[0].Id.ShouldBe(asked[0].Id);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);

        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("I have had no answer");
        (await tab.GoAsync(ConsentBench.LinkOf(asked[0]))).Status.ShouldBe(404);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_an_integration_the_operator_is_told_what_to_set()
    {
        await using var bot = await TestBot.StartAsync(ConsentBench.Mine, cancellationToken: Cancelled);

        await bot.SayAsync("mine", Cancelled);

        bot.ExpectWarnings();
        StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead).Reason.ShouldNotBeNull().ShouldContain("Webex:Integration:ClientId");
    }
}
