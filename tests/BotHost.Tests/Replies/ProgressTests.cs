using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Outbox;

namespace BotHost.Tests.Replies;

/// <summary>One message that says how far a handler is, and at last what came of it.</summary>
public sealed class ProgressTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_result_takes_the_place_of_the_progress()
    {
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("work", async (BotContext context, CancellationToken ct) =>
            {
                var progress = await context.ProgressAsync("Working…", ct);
                for (var i = 0; i < 1000; i++)
                    progress.Report($"{i / 10} %");
                return progress.Finish(Reply.Markdown($"**Done**"));
            }), cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        var said = (await alice.SayAsync("work", Cancelled)).ShouldHaveSingleItem();

        said.Text.ShouldBe("Done");
        (await bot.CallsAsync("POST", "/messages")).ShouldBe(1);
        (await bot.CallsAsync("PUT", "/messages/{messageId}")).ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task A_handler_that_runs_again_posts_no_second_one()
    {
        var runs = 0;
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("work", async (BotContext context, CancellationToken ct) =>
            {
                var progress = await context.ProgressAsync("Working…", ct);
                progress.Report("more");
                return ++runs < 3 ? throw new InvalidOperationException() : progress.Finish("Done");
            }), cancellationToken: Cancelled);

        (await bot.Person("alice@example.com").SayAsync("work", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Done");
        runs.ShouldBe(3);
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task A_result_that_cannot_be_an_edit_is_posted()
    {
        TestPerson alice = null!;
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("long", async (BotContext context, CancellationToken ct) =>
                    (await context.ProgressAsync("Working…", ct)).Finish(Reply.Text(new string('x', 9000))));
                routes.Command("card", async (BotContext context, CancellationToken ct) => (await context.ProgressAsync("Working…", ct)).Finish(new Card("Done")));
                routes.Command("gone", async (BotContext context, CancellationToken ct) =>
                {
                    var progress = await context.ProgressAsync("Working…", ct);
                    await DeleteAsync(context, ct);
                    return progress.Finish("Done");
                });
            }, cancellationToken: Cancelled);
        alice = bot.Person("alice@example.com");

        (await alice.SayAsync("long", Cancelled)).Select(m => m.Text.Length).ShouldBe([7439, 1561]);
        (await alice.SayAsync("card", Cancelled)).Select(m => m.Text).ShouldBe(["Working…", "Done"]);
        (await alice.SayAsync("gone", Cancelled)).Select(m => m.Text).ShouldBe(["Done"]);

        async Task DeleteAsync(BotContext context, CancellationToken ct) =>
            await context.Messages.DeleteAsync(new MessageId((await alice.DirectAsync(ct))[0].Id), ct);
    }
}
