using BotHost.Identities;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using BotHost.Tests.Sharing;
using BotHost.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Identities;

/// <summary>Consents on one store: several hosts renew them once, and one that dies while it does loses none.</summary>
public sealed class SharedTokenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Two_hosts_renew_a_token_once()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await TestBot.StartAsync(
            ConsentBench.Mine, [.. store.Settings, .. ConsentBench.Settings, Crowd.NotDeliveredTo], simulator: [.. ConsentBench.Webex, "--Simulator:Switches:RefreshTokensRotate=true"],
            cancellationToken: Cancelled);
        WebApplication[] hosts = [bot.Host, await bot.StartBesideAsync(cancellationToken: Cancelled)];
        await ConsentBench.GrantAsync(bot);

        for (var round = 1; round <= 5; round++)
        {
            await ConsentBench.EndTokenAsync(bot);
            await Task.WhenAll(hosts.Concat(hosts).Concat(hosts).Select(async host =>
                await (await host.Services.GetRequiredService<IdentityClients>().ClientAsync(ConsentBench.Alice(bot), Cancelled)).People.GetMeAsync(Cancelled)));
            (await ConsentBench.CallsAsync(bot, "POST", "/access_token")).ShouldBe(round);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task On_a_shared_store_people_consent_and_take_it_back_as_on_a_file()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await ConsentBench.StartAsync(settings: [.. store.Settings, .. Operations.Operator.Settings]);
        using var op = new Operations.Operator(bot);
        using var browser = new Visitor(bot);

        for (var round = 1; round <= 2; round++)
        {
            var asked = (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem();
            (await op.TypeAsync("store", "check")).Output.ShouldNotContain("TROUBLE");
            (await browser.TitleAsync(await browser.ConsentAtWebexAsync(ConsentBench.LinkOf(asked), "alice@example.com"))).ShouldBe("Thank you");
            await bot.QuietAsync(Cancelled);
            (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldStartWith("Yours:");
            await ConsentBench.RevokeAtWebexAsync(bot);
            if (round == 2)
                await ConsentBench.EndTokenAsync(bot);
        }

        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Buttons.ShouldBe(["Decide at Webex"]);
        ConsentBench.GrantOf(bot)!.HasEnded.ShouldBeTrue();
        (await bot.SayAsync("cancel", Cancelled)).ShouldHaveSingleItem();
        (await op.TypeAsync("store", "check")).Output.ShouldNotContain("TROUBLE");
        (await op.TypeAsync("person", "erase", bot.Alice.Account.PersonId)).Code.ShouldBe(0);
        ConsentBench.GrantOf(bot).ShouldBeNull();
        bot.ExpectWarnings();
    }

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_is_killed_while_it_renews_loses_nothing_that_is_good_yet(bool rotates)
    {
        // Webex carries the renewal out, and takes its time to say so.
        await using var bot = await ConsentBench.StartAsync(simulator: [$"--Simulator:Switches:RefreshTokensRotate={rotates}"]);
        await ConsentBench.GrantAsync(bot);
        await ConsentBench.Service<Database>(bot).WriteAsync(
            session => session.Execute("UPDATE grants SET issued_at = @then, access_until = @soon",
                ("@then", bot.Clock.Now.AddDays(-14).ToUnixTimeMilliseconds()), ("@soon", bot.Clock.Now.AddHours(1).ToUnixTimeMilliseconds())), cancellationToken: Cancelled);
        var store = ConsentBench.Service<IStoreEngine>(bot).Name;
        await bot.StopAsync(Cancelled);
        await bot.FailAsync(new { method = "POST", path = "/access_token", delayAfter = "00:00:20", count = 1 }, Cancelled);
        await using (var host = new ProgramUnderTest(Repository.Program("BotHost"),
        [
            $"--BotHost:Listen=http://127.0.0.1:{ProgramUnderTest.FreePort()}", "--BotHost:PublicUrl=http://127.0.0.1:9", $"--Webex:BaseUrl={bot.Webex.Urls.First()}/v1/",
            $"--Webex:AccessToken={bot.Person(TestBot.BotEmail).Account.Token}", "--Webex:WebhookSecrets=a-secret-of-some-length", "--Access:Default=Everyone",
            $"--Storage:ConnectionString=Data Source={store};Pooling=False", .. ConsentBench.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ]))
        {
            await Crowd.UntilAsync(async () => await ConsentBench.InjectedAsync(bot) > 0);
            host.Kill();
            await host.ExitAsync(Cancelled);
        }

        await bot.StartAgainAsync(cancellationToken: Cancelled);
        ConsentBench.GrantOf(bot)!.LeasedUntil.ShouldNotBeNull();
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
        // When the lease is over, it is tried again. Where Webex had changed the token meanwhile, what is left is the access token.
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        await Crowd.UntilAsync(() => Task.FromResult(ConsentBench.GrantOf(bot)!.Version == 2));
        var grant = ConsentBench.GrantOf(bot)!;
        grant.HasEnded.ShouldBeFalse();
        (grant.RefreshToken is null).ShouldBe(rotates);
        (await bot.SayAsync("mine", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Yours:");
        bot.ExpectWarnings();
    }
}
