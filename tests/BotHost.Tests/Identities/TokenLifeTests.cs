using BotHost.Identities;
using BotHost.Tests.Sharing;

namespace BotHost.Tests.Identities;

/// <summary>What becomes of a consent: its token is renewed in time, once, and where it cannot be the person is asked again.</summary>
public sealed class TokenLifeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_token_is_renewed_in_its_last_day_though_nobody_uses_it()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);

        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(12.5), Cancelled);
        ConsentBench.GrantOf(bot)!.Version.ShouldBe(1);
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancelled);
        await Crowd.UntilAsync(() => Task.FromResult(ConsentBench.GrantOf(bot)!.Version == 2));

        bot.ExpectWarnings(); // That a week is more than the host catches up with.
        (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(1);
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_token_that_is_over_is_renewed_once_however_many_wait_for_it()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);
        await ConsentBench.EndTokenAsync(bot);
        var clients = ConsentBench.Service<IdentityClients>(bot);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            await (await clients.ClientAsync(ConsentBench.Alice(bot), Cancelled)).People.GetMeAsync(Cancelled)));

        (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refresh_token_that_webex_changes_is_kept(bool rotates)
    {
        await using var bot = await ConsentBench.StartAsync(simulator: [$"--Simulator:Switches:RefreshTokensRotate={rotates}", "--Simulator:Switches:TokensSayTheirScopes=false"]);
        await ConsentBench.GrantAsync(bot);
        var vault = ConsentBench.Service<TokenVault>(bot);
        var first = vault.Unlock(ConsentBench.GrantOf(bot)!.RefreshToken);

        for (var i = 0; i < 3; i++)
        {
            await ConsentBench.EndTokenAsync(bot);
            (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
        }

        (vault.Unlock(ConsentBench.GrantOf(bot)!.RefreshToken) == first).ShouldBe(!rotates);
        (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(3);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_consent_that_was_taken_back_is_over_and_asked_for_again_and_the_bot_goes_on(int minutes)
    {
        await using var bot = await ConsentBench.StartAsync(routes =>
        {
            ConsentBench.Mine(routes);
            routes.Command("ping", () => "pong");
        });
        await ConsentBench.GrantAsync(bot);
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");

        await ConsentBench.RevokeAtWebexAsync(bot);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(minutes), Cancelled);
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);

        ConsentBench.GrantOf(bot)!.HasEnded.ShouldBeTrue();
        ConsentBench.GrantOf(bot)!.AccessToken.ShouldBeNull();
        ConsentBench.Service<BotHost.Webex.IdentityGuard>(bot).IsRefused.ShouldBeFalse();
        (await bot.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        // Asked once with the token that was refused, and never again.
        (await ConsentBench.CallsAsync(bot, "GET", "/rooms", "401")).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_token_that_webex_ends_before_its_time_is_renewed_and_nobody_is_asked()
    {
        await using var bot = await ConsentBench.StartAsync(simulator: ["--Simulator:Switches:RefreshEndsOlderAccessTokens=true"]);
        await ConsentBench.GrantAsync(bot);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancelled);

        // As where a host died before it stored what Webex answered, or the store is that of a back-up.
        await ConsentBench.RefreshElsewhereAsync(bot);
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");

        (await ConsentBench.CallsAsync(bot, "GET", "/rooms", "401")).ShouldBe(1);
        ConsentBench.GrantOf(bot)!.Version.ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_consent_that_webex_has_just_renewed_outlives_a_401()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancelled);
        await bot.FailAsync(new { method = "GET", path = "/rooms", email = "alice@example.com", status = 401, count = 2 }, Cancelled);

        await bot.SayAsync("mine", Cancelled);

        ConsentBench.GrantOf(bot)!.HasEnded.ShouldBeFalse();
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Whose_keys_are_lost_is_asked_again()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);
        await ConsentBench.Service<BotHost.Storage.Database>(bot).WriteAsync(session => session.Execute("DELETE FROM key_ring"), cancellationToken: Cancelled);
        await bot.RestartAsync(Cancelled);

        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Webex_is_asked_again_when_it_said_and_not_before()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);
        await bot.FailAsync(new { method = "POST", path = "/access_token", status = 429, retryAfter = 45, count = 1 }, Cancelled);

        await ConsentBench.Service<GrantRenewal>(bot).RenewAsync(ConsentBench.GrantOf(bot)!, Cancelled);

        (ConsentBench.GrantOf(bot)!.LeasedUntil!.Value - bot.Clock.Now.ToUnixTimeMilliseconds()).ShouldBeInRange(35_000, 45_000);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refresh_token_that_webex_refuses_ends_the_consent_with_its_token()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);
        await ConsentBench.RevokeAtWebexAsync(bot);
        await ConsentBench.EndTokenAsync(bot);

        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);

        ConsentBench.GrantOf(bot)!.HasEnded.ShouldBeTrue();
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task After_ninety_days_without_renewal_the_person_is_asked_again()
    {
        await using var bot = await ConsentBench.StartAsync();
        await ConsentBench.GrantAsync(bot);

        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(100), Cancelled);

        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_lost_answer_loses_no_consent()
    {
        await using var bot = await ConsentBench.StartAsync(settings: [("Webex:Timeout", "00:00:01"), ("Outbox:SettleTime", "00:00:02")]);
        await ConsentBench.GrantAsync(bot);
        await bot.FailAsync(new { method = "POST", path = "/access_token", status = 502, when = "after", count = 1 }, Cancelled);
        await ConsentBench.EndTokenAsync(bot);

        var saying = bot.SayAsync("mine", Cancelled);
        await Crowd.UntilAsync(async () => await ConsentBench.CallsAsync(bot, "POST", "/access_token", "502") == 1);
        ConsentBench.GrantOf(bot)!.HasEnded.ShouldBeFalse();

        // Once nobody can be at it any more, the same token is sent again.
        (await saying)[^1].Text.ShouldStartWith("Yours:");
        (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(1);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_wrong_with_the_app_ends_no_consent()
    {
        await using var bot = await ConsentBench.StartAsync(settings: [("Webex:Integration:ClientSecret", "another-secret-than-webex-has")]);
        await ConsentBench.GrantAsync(bot);
        await ConsentBench.EndTokenAsync(bot);

        var renewal = ConsentBench.Service<GrantRenewal>(bot);
        await renewal.RenewAsync(ConsentBench.GrantOf(bot)!, Cancelled);

        ConsentBench.GrantOf(bot)!.HasEnded.ShouldBeFalse();
        ConsentBench.GrantOf(bot)!.RefreshToken.ShouldNotBeNull();
        ConsentBench.GrantOf(bot)!.Reason.ShouldNotBeNull().ShouldContain("secret");
        bot.ExpectWarnings();
    }
}
