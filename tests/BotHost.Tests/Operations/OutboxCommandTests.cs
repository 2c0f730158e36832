using System.Net;
using BotHost.Bot;
using BotHost.Outbox;
using BotHost.Testing;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Operations;

/// <summary>What operators can do about what Webex refused.</summary>
public sealed class OutboxCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_refused_reply_is_sent_when_an_operator_wants_it_and_then_forgotten(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await StartAsync(store.Settings);
        using var op = new Operator(bot);
        var alice = await RefusedAsync(bot);

        var listed = (await op.AskAsync(HttpMethod.Get, "outbox/list")).Json.GetProperty("effects").EnumerateArray().ToList().ShouldHaveSingleItem();
        var number = listed.GetProperty("effect").GetInt64();
        (listed.GetProperty("state").GetString(), listed.GetProperty("guesses").GetInt64()).ShouldBe(("rejected", 0));
        (await op.TypeAsync("outbox", "retry", $"{number}")).Code.ShouldBe(0);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).Count(message => message.Text == "hi there").ShouldBe(1);
        bot.Effects().ShouldAllBe(e => e.State == (long)EffectState.Sent && e.Body == null);
        (await op.AskAsync(HttpMethod.Post, $"outbox/retry?number={number}")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await op.TypeAsync("store", "check")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_is_discarded_is_never_sent_and_its_content_gone()
    {
        await using var bot = await StartAsync([]);
        using var op = new Operator(bot);
        var alice = await RefusedAsync(bot);

        (await op.TypeAsync("outbox", "discard", "1")).Code.ShouldBe(0);

        bot.Effects()[0].ShouldSatisfyAllConditions(e => e.State.ShouldBe((long)EffectState.Discarded), e => e.Body.ShouldBeNull());
        (await op.TypeAsync("outbox", "retry", "1")).Errors.ShouldContain("is discarded");
        (await op.TypeAsync("store", "check")).Code.ShouldBe(0);
        await bot.RestartAsync(Cancelled);
        await bot.QuietAsync(Cancelled);
        (await alice.DirectAsync(Cancelled)).ShouldNotContain(message => message.Text == "hi there");
    }

    private static Task<TestBot> StartAsync(IEnumerable<(string, string?)> store) => TestBot.StartAsync(
        routes => routes.Command("hello", () => (Reply)"hi there"), [.. Operator.Settings, .. store], cancellationToken: Cancelled);

    private static async Task<TestPerson> RefusedAsync(TestBot bot)
    {
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 400, count = 1 });
        var alice = bot.Person("alice@example.com");
        (await alice.SayAsync("hello", Cancelled)).ShouldBeEmpty();
        bot.ExpectWarnings();
        return alice;
    }
}
