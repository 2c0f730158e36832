using System.Net;
using System.Text.Json;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>What operators see of the inbox, and what they can do about what went wrong.</summary>
public sealed class InboxCommandTests
{
    private const string Words = "zanzibar";

    private static readonly (string Typed, string Said)[] Wrong =
    [
        ("inbox retry 4711", "no event 4711"),
        ("inbox discard 1", "is handled"),
        ("inbox retry 1", "is handled"),
        ("inbox show one", "not a number"),
        ("inbox show -1", "not a number"),
        ("inbox show", "needs a number"),
        ("person erase", "needs an id"),
        ("inbox shw", "There is no command 'inbox shw'. There are:\n  inbox list [--state <word>]"),
        ("outbx", "There is no command 'outbx'. See --help."),
        ("inbox show 1 2", "'2'"),
        ("inbox list --state broken", "not a state"),
        ("inbox list --limit 0", "limit"),
        ("inbox list --colour red", "colour"),
        ("inbox lsit", "no command"),
        ("outbox retry 7", "no effect 7"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_dead_letter_is_listed_shown_and_run_again_when_its_fault_is_mended(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        var isMended = false;
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("sum", string (string words) => isMended ? "done at last" : throw new FormatException(words)), [.. Operator.Settings, .. store.Settings],
            cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("sum " + Words, Cancelled);
        var dead = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead);

        var listed = (await op.AskAsync(HttpMethod.Get, "inbox/list?state=dead")).Json.GetProperty("events").EnumerateArray().ToList().ShouldHaveSingleItem();
        listed.GetProperty("number").GetInt64().ShouldBe(dead.Sequence);
        var shown = await op.TypeAsync("inbox", "show", $"{dead.Sequence}");
        shown.Code.ShouldBe(0, shown.Errors);
        shown.Output.ShouldContain(dead.Key);
        shown.Output.ShouldContain("FormatException");
        shown.Output.ShouldNotContain(Words);

        isMended = true;
        var retried = await op.AskAsync(HttpMethod.Post, $"inbox/retry?number={dead.Sequence}");
        await bot.QuietAsync(Cancelled);

        retried.Status.ShouldBe(HttpStatusCode.OK);
        retried.Json.GetProperty("sentence").GetString()!.ShouldContain("out of order");
        (await alice.DirectAsync(Cancelled)).ShouldContain(message => message.Text == "done at last");
        StoredEvent.All(bot).ShouldAllBe(e => e.Status == EventStatus.Handled);
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task One_that_fails_each_time_is_retried_as_often_as_an_operator_wants_and_its_person_told_each_time()
    {
        await using var bot = await TestBot.StartAsync(routes => routes.Command("sum", string () => throw new FormatException()), Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("sum", Cancelled);
        var dead = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead);

        for (var apologies = 2; apologies <= 3; apologies++)
        {
            (await op.TypeAsync("inbox", "retry", $"{dead.Sequence}")).Code.ShouldBe(0);
            await bot.QuietAsync(Cancelled);

            StoredEvent.All(bot).Single(e => e.Sequence == dead.Sequence).Status.ShouldBe(EventStatus.Dead);
            (await alice.DirectAsync(Cancelled)).Count(message => message.Text.Contains($"#{dead.Sequence}")).ShouldBe(apologies);
            bot.Effects().Count.ShouldBe(apologies);
        }

        (await op.TypeAsync("store", "check")).Code.ShouldBe(0);
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task What_is_too_old_to_run_by_itself_runs_when_an_operator_wants_it()
    {
        await using var bot = await TestBot.StartAsync(
            settings: Operator.Settings, configure: builder => builder.Services.AddSingleton<TimeProvider>(new EightDaysLater()), cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var alice = bot.Person("alice@example.com");
        (await alice.SayAsync("ping", Cancelled)).ShouldBeEmpty();
        var old = StoredEvent.All(bot).Where(e => e.Status == EventStatus.Quarantined).ShouldHaveSingleItem();

        (await op.TypeAsync("inbox", "retry", $"{old.Sequence}")).Code.ShouldBe(0);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).ShouldContain(message => message.Text == "pong");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_came_in_long_ago_is_tried_as_long_as_if_it_had_come_when_it_was_retried()
    {
        var isMended = false;
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("sum", string () => isMended ? "done at last" : throw new FormatException()), [.. Operator.Settings, ("BotHost:GiveUpAfter", "01:00:00")],
            cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("sum", Cancelled);
        var dead = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead);
        await bot.Host.Services.GetRequiredService<Database>().WriteAsync(session => session.Execute("UPDATE events SET received_at = 1"), cancellationToken: Cancelled);
        await bot.FaultAsync(new { method = "GET", email = TestBot.BotEmail, status = 401, count = 1 });

        isMended = true;
        (await op.TypeAsync("inbox", "retry", $"{dead.Sequence}")).Code.ShouldBe(0);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).ShouldContain(message => message.Text == "done at last");
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task What_is_discarded_is_ended_and_its_body_gone()
    {
        await using var bot = await TestBot.StartAsync(routes => routes.Command("sum", string () => throw new FormatException()), Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        await bot.Person("alice@example.com").SayAsync("sum", Cancelled);
        var dead = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead);

        (await op.TypeAsync("inbox", "discard", $"{dead.Sequence}")).Code.ShouldBe(0);

        // Its key stays, so that it is known when it is delivered again.
        StoredEvent.All(bot).Single(e => e.Sequence == dead.Sequence).ShouldBe(dead with { Status = EventStatus.Handled, Reason = "Discarded by an operator.", Body = null });
        (await op.TypeAsync("inbox", "retry", $"{dead.Sequence}")).Errors.ShouldContain("is handled");
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_a_sentence()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        await bot.Person("alice@example.com").SayAsync("ping", Cancelled);

        foreach (var (typed, said) in Wrong)
        {
            var (code, output, errors) = await op.TypeAsync(typed.Split(' '));

            code.ShouldBe(1, typed);
            output.ShouldBeEmpty(typed);
            errors.ShouldContain(said);
            errors.ShouldNotContain("   at ");
        }
    }

    [Fact]
    public async Task What_changes_or_reads_an_event_is_written_down_with_who_and_how_it_ended()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        await bot.Person("alice@example.com").SayAsync("ping", Cancelled);

        await op.AskAsync(HttpMethod.Get, "inbox/show?number=1");
        await op.AskAsync(HttpMethod.Post, "inbox/retry?number=1");
        await op.AskAsync(HttpMethod.Get, "inbox/stats");

        bot.Host.Services.GetRequiredService<Database>().Read(connection => connection
                .Query<(string Actor, string Action, string Subject, string Outcome)>("SELECT actor, action, subject, outcome FROM operations ORDER BY sequence").ToList())
            .ShouldBe([("admin", "inbox show", "event 1", "Done"), ("admin", "inbox retry", "event 1", "Trouble")]);
        bot.Log.ShouldContain(line => line.Message == "admin ran inbox retry on event 1: Trouble");
    }

    [Fact]
    public async Task Lists_are_newest_first_and_stats_count()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        await bot.Person("alice@example.com").SayAsync("ping", Cancelled);
        await bot.Person("bob@example.com").SayAsync("ping", Cancelled);

        var all = Numbers(await op.AskAsync(HttpMethod.Get, "inbox/list"));
        var room = (await op.AskAsync(HttpMethod.Get, "inbox/list?limit=1")).Json.GetProperty("events")[0].GetProperty("room").GetString()!;

        all.Count.ShouldBeGreaterThanOrEqualTo(4);
        all.ShouldBe(all.OrderDescending());
        Numbers(await op.AskAsync(HttpMethod.Get, "inbox/list?limit=2")).ShouldBe(all.Take(2));
        Numbers(await op.AskAsync(HttpMethod.Get, "inbox/list?room=" + Uri.EscapeDataString(room))).ShouldHaveSingleItem();
        var stats = (await op.AskAsync(HttpMethod.Get, "inbox/stats")).Json;
        stats.GetProperty("sentence").GetString().ShouldBe("Nothing waits.");
        stats.GetProperty("events").EnumerateArray().Single(row => row.GetProperty("events").ValueEquals("handled")).GetProperty("count").GetInt64().ShouldBe(all.Count);
    }

    private sealed class EightDaysLater : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromDays(8);
    }

    private static List<long> Numbers((HttpStatusCode Status, JsonElement Json) answer) =>
        [.. answer.Json.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("number").GetInt64())];
}
