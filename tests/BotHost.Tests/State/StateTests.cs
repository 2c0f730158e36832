using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Operations;
using BotHost.Tests.Storage;

namespace BotHost.Tests.State;

/// <summary>What a handler remembers of a person, a room and its own, on either store.</summary>
public abstract class StateTests(string provider)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_value_is_its_owners_and_outlives_a_restart()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(Map, store.Settings, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Launch", ["bob@example.com"], Cancelled);

        (await SaidAsync(alice, "show")).ShouldBe("person: none, room: 0, bot: 0");
        await alice.SayAsync("set Teal 1 2", Cancelled);
        await bot.RestartAsync(Cancelled);

        (await SaidAsync(alice, "show")).ShouldBe("person: Teal, room: 1, bot: 2");
        (await SaidAsync(bob, "show")).ShouldBe("person: none, room: 0, bot: 2");
        (await alice.MentionAsync(space, "show", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("person: Teal, room: 0, bot: 2");
        await alice.SayAsync("forget", Cancelled);
        (await SaidAsync(alice, "show")).ShouldBe("person: none, room: 1, bot: 2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_turns_that_change_one_value_at_the_same_time_both_count_and_answer_once()
    {
        var (runs, bothRead) = (0, new TaskCompletionSource());
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(routes => routes.Command("count", async (BotContext context) =>
        {
            var counter = context.State.Bot<Counter>();
            var number = (await counter.GetAsync())?.Number ?? 0;
            // A step that is not repeated, though the read before it is.
            await context.OnceAsync("count", _ => Task.FromResult(true));
            if (Interlocked.Increment(ref runs) == 2)
                bothRead.SetResult();
            await bothRead.Task;
            counter.Set(new Counter(number + 1));
            return $"{(await counter.GetAsync())!.Number}";
        }), store.Settings, cancellationToken: Cancelled);

        var (one, other) = (bot.Person("alice@example.com").SayAsync("count", Cancelled), bot.Person("bob@example.com").SayAsync("count", Cancelled));

        new[] { await one, await other }.Select(said => said.ShouldHaveSingleItem().Text).Order().ShouldBe(["1", "2"]);
        runs.ShouldBe(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_throws_leaves_everything_as_it_was()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                Map(routes);
                routes.Command("fail", string (BotContext context) =>
                {
                    context.State.Bot<int>("number").Set(7);
                    throw new InvalidOperationException();
                });
            }, store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        await alice.SayAsync("fail", Cancelled);

        (await SaidAsync(alice, "show")).ShouldBe("person: none, room: 0, bot: 0");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_cannot_be_read_is_a_dead_letter_that_names_the_value_and_its_type()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                Map(routes);
                routes.Command("misread", async (BotContext context) => $"{(await context.State.Person<Version>("Settings").GetAsync())!.Major}");
            }, store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        await alice.SayAsync("set Teal 1 2", Cancelled);
        (await SaidAsync(alice, "misread")).ShouldContain("went wrong");

        var reason = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead).Reason.ShouldNotBeNull();
        reason.ShouldContain("\"Settings\" of a person");
        reason.ShouldContain("Version");
        reason.ShouldNotContain("Teal");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_too_large_is_refused_with_the_size()
    {
        Exception? refused = null;
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("large", (BotContext context) => { refused = Record.Exception(() => context.State.Room<string>().Set(new string('x', 65_536))); }),
            store.Settings, cancellationToken: Cancelled);

        await bot.Person("alice@example.com").SayAsync("large", Cancelled);

        refused.ShouldBeOfType<ArgumentException>().Message.ShouldContain("65538 bytes");
    }

    [Fact(Timeout = 60_000)]
    public async Task An_erased_person_is_forgotten()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(Map, [.. Operator.Settings, .. store.Settings], cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await alice.SayAsync("set Teal 1 2", Cancelled);
        await bob.SayAsync("set Red 1 2", Cancelled);

        (await op.AskAsync(HttpMethod.Post, "person/erase?id=" + alice.Account.PersonId)).Status.ShouldBe(System.Net.HttpStatusCode.OK);

        (await SaidAsync(alice, "show")).ShouldStartWith("person: none");
        (await SaidAsync(bob, "show")).ShouldStartWith("person: Red");
    }

    private static void Map(BotRoutes routes)
    {
        routes.Command("show", async (TurnState state) =>
            $"person: {(await state.Person<Settings>().GetAsync())?.Colour ?? "none"}, room: {await state.Room<int>("number").GetAsync()}, bot: {await state.Bot<int>("number").GetAsync()}");
        routes.Command("set", (string colour, int room, int bot, TurnState state) =>
        {
            state.Person<Settings>().Set(new Settings(colour));
            state.Room<int>("number").Set(room);
            state.Bot<int>("number").Set(bot);
        });
        routes.Command("forget", (TurnState state) => state.Person<Settings>().Delete());
    }

    private static async Task<string> SaidAsync(TestPerson person, string text) => (await person.SayAsync(text, Cancelled)).ShouldHaveSingleItem().Text;

    private sealed record Settings(string Colour);

    private sealed record Counter(int Number);
}

public sealed class StateOnSqliteTests() : StateTests(TestStore.Sqlite);

public sealed class StateOnPostgreSqlTests() : StateTests(TestStore.PostgreSql);
