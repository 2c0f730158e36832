using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Operations;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Asking;

/// <summary>A handler asks, and goes on with the answer as if it had waited.</summary>
public abstract class AskTests(string provider)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task It_goes_on_with_the_answers_says_and_does_nothing_twice_and_survives_a_restart_at_each_question()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        var leave = new Leave();
        await using var bot = await TestBot.StartAsync(leave.Map, store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await SaidAsync(alice, "leave")).ShouldBe(["Let us see.", "Which day?"]);
        await bot.RestartAsync(Cancelled);
        (await SaidAsync(alice, "2026-12-24")).ShouldBe(["2026-12-24, are you sure?"]);
        (await SaidAsync(bot.Person("bob@example.com"), "ping")).ShouldBe(["pong"]);
        await bot.RestartAsync(Cancelled);
        (await SaidAsync(alice, "yes")).ShouldBe(["Filed. Asked 1 times."]);
        (await SaidAsync(alice, "ping")).ShouldBe(["pong"]);

        leave.Filed.ShouldBe(["1 2026-12-24 True"]);
        var all = (await alice.DirectAsync(Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text).Reverse().ToArray();
        all.ShouldBe(["Leave 1.", "Which day?", "2026-12-24, are you sure?", "Filed. Asked 1 times.", "pong"]);
        StoredEvent.All(bot).ShouldAllBe(e => e.Status == EventStatus.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task In_a_space_only_the_asker_answers_in_the_thread_or_by_the_card()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(new Leave().Map, store.Settings, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Launch", ["bob@example.com"], Cancelled);
        var thread = (await alice.MentionAsync(space, "leave", cancellationToken: Cancelled))[0].ParentId;

        (await bob.MentionAsync(space, "2026-12-24", thread, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("I do not know");
        (await alice.MentionAsync(space, "ping", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong", "not in the thread");
        var sure = (await alice.MentionAsync(space, "2026-12-24", thread, Cancelled)).ShouldHaveSingleItem();
        sure.ParentId.ShouldBe(thread);
        sure.Buttons.ShouldBe(["Yes", "No"]);
        (await bob.PressAsync(sure, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("for the person who asked");
        (await alice.PressAsync(sure, "No", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("As you like.");
        (await alice.PressAsync(sure, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("used already");
    }

    [Fact(Timeout = 60_000)]
    public async Task Beside_the_thread_what_no_command_fits_is_the_answer_where_one_thing_is_asked()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(new Leave().Map, store.Settings, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Launch", ["bob@example.com"], Cancelled);

        var thread = await AskAsync(alice);
        await AskAsync(bob);
        (await SaysAsync(alice, "2026-12-24")).Text.ShouldBe("2026-12-24, are you sure?");
        (await SaysAsync(alice, "ping")).Text.ShouldBe("pong");
        var ended = await SaysAsync(alice, "no");
        (ended.Text, ended.ParentId).ShouldBe(("As you like.", thread));
        (await SaysAsync(bob, "cancel")).Text.ShouldContain("I stopped there");

        await AskAsync(alice);
        await AskAsync(alice);
        (await SaysAsync(alice, "2026-12-24")).Text.ShouldContain("I do not know", customMessage: "which of two is meant, nobody can tell");
        (await SaysAsync(bob, "cancel")).Text.ShouldContain("nothing to cancel");

        async Task<string?> AskAsync(TestPerson who) => (await who.MentionAsync(space, "leave", cancellationToken: Cancelled))[0].ParentId;

        async Task<TestMessage> SaysAsync(TestPerson who, string text) => (await who.MentionAsync(space, text, cancellationToken: Cancelled)).ShouldHaveSingleItem();
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_answers_are_asked_again_with_the_reason_three_times_help_helps_and_cancel_ends_it()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(new Leave().Map, store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        await alice.SayAsync("leave", Cancelled);
        var again = (await SaidAsync(alice, "next week")).ShouldHaveSingleItem();
        again.ShouldContain("“next week” is not a date");
        again.ShouldContain("Which day?");
        (await alice.SayAsync("help", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("leave");
        (await SaidAsync(alice, "2026-13-01")).ShouldHaveSingleItem().ShouldContain("is not a date");
        (await SaidAsync(alice, "ping")).ShouldHaveSingleItem().ShouldContain("so I stopped there");

        await alice.SayAsync("leave", Cancelled);
        (await SaidAsync(alice, "Cancel")).ShouldBe(["All right, I stopped there."]);
        (await SaidAsync(alice, "ping")).ShouldBe(["pong"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_newer_question_takes_the_place_of_an_older_one()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("menu", () => new Card("Menu").Command("Name", "name").Command("Age", "age"));
                routes.Command("name", async (BotContext ctx) => $"Name: {await ctx.AskAsync<string>("Your name?")}");
                routes.Command("age", async (BotContext ctx) => $"Age: {await ctx.AskAsync<int>("Your age?")}");
            }, store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var menu = (await alice.SayAsync("menu", Cancelled)).Single();

        await alice.PressAsync(menu, "Name", cancellationToken: Cancelled);
        await alice.PressAsync(menu, "Age", cancellationToken: Cancelled);

        (await SaidAsync(alice, "42")).ShouldBe(["Age: 42"]);
        StoredEvent.All(bot).ShouldAllBe(e => e.Status == EventStatus.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Choices_and_forms_are_read_from_the_card_and_choices_from_words_too()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("order", async (BotContext ctx) =>
            {
                var size = await ctx.AskAsync("Which size?", ["Small", "Large"]);
                var order = await ctx.AskFormAsync<Order>("Your order");
                return $"{size}: {order.Count} × {order.What}";
            }), store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        (await alice.SayAsync("order", Cancelled)).Single().Buttons.ShouldBe(["Small", "Large"]);

        var form = (await alice.SayAsync("large", Cancelled)).Single();
        var again = (await alice.PressAsync(form, "Send", new { what = "tea", count = "many" }, Cancelled)).Single();
        again.Text.ShouldContain("“many” is not");
        (await alice.PressAsync(again, "Send", new { what = "tea", count = "2" }, Cancelled)).Single().Text.ShouldBe("Large: 2 × tea");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_was_changed_meanwhile_is_noticed_and_the_person_told()
    {
        var version = 1;
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("leave", async (BotContext ctx) => version switch
            {
                1 => $"{await ctx.AskAsync<DateOnly>("Which day?")}",
                2 => $"{await ctx.AskAsync<int>("How many days?")}",
                _ => "No more leave.",
            }), store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        foreach (var next in new[] { 2, 3 })
        {
            version = 1;
            await alice.SayAsync("leave", Cancelled);
            version = next;

            (await SaidAsync(alice, "2026-12-24")).ShouldHaveSingleItem().ShouldContain("Please start again");
        }

        StoredEvent.All(bot).ShouldAllBe(e => e.Status == EventStatus.Handled);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task An_operator_sees_what_waits_and_an_erased_persons_question_is_gone()
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(new Leave().Map, [.. Operator.Settings, .. store.Settings], cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("leave", Cancelled);

        (await op.AskAsync(HttpMethod.Get, "inbox/list?state=waiting")).Json.ToString().ShouldContain("waits for an answer");
        (await op.AskAsync(HttpMethod.Get, "store/check")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await op.AskAsync(HttpMethod.Post, "person/erase?id=" + alice.Account.PersonId)).Json.ToString().ShouldContain("Nothing that names this person is left");

        (await op.AskAsync(HttpMethod.Get, "store/check")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await SaidAsync(alice, "ping")).ShouldBe(["pong"]);
    }

    private static async Task<string[]> SaidAsync(TestPerson person, string text) => [.. (await person.SayAsync(text, Cancelled)).Select(message => message.Text)];

    private sealed record Order(string What, int Count);
}

public sealed class AskOnSqliteTests() : AskTests(TestStore.Sqlite);

public sealed class AskOnPostgreSqlTests() : AskTests(TestStore.PostgreSql);
