using System.Collections.Concurrent;
using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Asking;

/// <summary>Questions beside what else a handler may do: progress, a command that is asked back about, what is for one person alone.</summary>
public sealed class AskTogetherTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => [TestStore.Sqlite, TestStore.PostgreSql];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Stores))]
    public async Task Progress_is_posted_once_before_a_question_and_goes_on_after_it(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("move", async (BotContext ctx, CancellationToken ct) =>
            {
                var progress = await ctx.ProgressAsync("Packing…", ct);
                var where = await ctx.AskAsync<string>("Where to?");
                progress.Report($"On the way to {where}…");
                return progress.Finish($"Moved to {where}.");
            }), store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await SaidAsync(alice, "move")).ShouldBe(["Packing…", "Where to?"]);
        await bot.RestartAsync(Cancelled);
        (await SaidAsync(alice, "Berlin")).ShouldBeEmpty();

        (await AllAsync(alice)).ShouldBe(["Moved to Berlin.", "Where to?"]);
        (await bot.CallsAsync("POST", "/messages")).ShouldBe(2);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Stores))]
    public async Task A_confirmed_command_asks_and_runs_once_whoever_presses_again(string provider)
    {
        var dropped = new ConcurrentQueue<string>();
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("drop", async (DateOnly day, BotContext ctx) =>
            {
                var why = await ctx.AskAsync<string>("Why?");
                var until = await ctx.AskAsync<DateOnly>("Until when?");
                await ctx.OnceAsync("drop", _ =>
                {
                    dropped.Enqueue($"{day:MM-dd} {why} {until.DayNumber - day.DayNumber}");
                    return Task.FromResult(true);
                });
                return "Dropped.";
            }).Confirm("Really drop {day}?"), store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var sure = (await alice.SayAsync("drop 2030-05-01", Cancelled)).ShouldHaveSingleItem();
        dropped.ShouldBeEmpty();

        (await alice.PressAsync(sure, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Why?");
        await bot.RestartAsync(Cancelled);
        (await alice.PressAsync(sure, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("used already");
        (await SaidAsync(alice, "rain")).ShouldBe(["Until when?"]);
        (await SaidAsync(alice, "2030-05-03")).ShouldBe(["Dropped."]);
        (await SaidAsync(alice, "cancel")).ShouldNotBe(["All right, I stopped there."]);

        dropped.ShouldBe(["05-01 rain 2"]);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Stores))]
    public async Task What_is_for_the_asker_alone_is_said_once_before_and_after_the_question(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("pay", async (BotContext ctx) =>
            {
                ctx.Send(Reply.Text("Your balance is 7.").Privately());
                var sum = await ctx.AskAsync<int>("How much?");
                ctx.Send(Reply.Text($"Your balance is {7 - sum}.").Privately());
                return "Paid.";
            }), store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Shop", cancellationToken: Cancelled);

        var asked = (await alice.MentionAsync(space, "pay", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        asked.Text.ShouldBe("How much?");
        await bot.RestartAsync(Cancelled);
        (await alice.MentionAsync(space, "3", asked.ParentId, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Paid.");

        (await AllAsync(alice)).ShouldBe(["Your balance is 7.", "Your balance is 4."]);
    }

    private static async Task<string[]> SaidAsync(TestPerson person, string text) => [.. (await person.SayAsync(text, Cancelled)).Select(message => message.Text)];

    private static async Task<string[]> AllAsync(TestPerson person) =>
        [.. (await person.DirectAsync(Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text).Reverse()];
}
