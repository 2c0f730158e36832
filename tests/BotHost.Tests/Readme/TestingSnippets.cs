using System.ComponentModel.DataAnnotations;
using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Readme;

#pragma warning disable xUnit1051 // As short as the page has it.

/// <summary>The tests of the page about testing, as they stand there.</summary>
public sealed class TestingSnippets
{
    [Fact]
    public async Task A_poll_is_asked_for()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);

        var replies = await bot.SayAsync("poll lunch");

        Assert.Equal("Who is for lunch?", replies.Single().Text);
    }

    [Fact]
    public async Task A_form_is_filled_in()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);

        var form = (await bot.SayAsync("order")).Single();
        var again = (await bot.PressAsync(form, "Send", new { what = "Tea", count = 100 })).Single();
        var done = (await bot.PressAsync(again, "Send", new { count = 2 })).Single();

        Assert.Equal("2 × Tea, coming.", done.Text);
    }

    [Fact]
    public async Task Two_people_in_a_space()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);
        var bob = bot.Person("bob@example.com");
        var space = await bot.Alice.CreateSpaceAsync("Lunch", with: ["bob@example.com"]);

        var replies = await bob.MentionAsync(space, "poll lunch");

        Assert.Equal(space, replies.Single().RoomId);
        Assert.Contains("bob@example.com", await bot.Alice.MembersAsync(space));
    }

    [Fact]
    public async Task Time_passes()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);
        await bot.SayAsync("tea");

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(4));

        Assert.Equal("Your tea is ready.", (await bot.Alice.DirectAsync())[0].Text);
    }

    [Fact]
    public async Task Files_come_and_go()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);

        var reply = (await bot.Alice.SayAsync("shout", new TestFile("note.txt", "text/plain", "quiet"u8.ToArray()))).Single();

        Assert.Equal("QUIET"u8.ToArray(), (await bot.Alice.DownloadAsync(reply)).Content);
    }

    [Fact]
    public async Task Webex_has_a_bad_day()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);

        await bot.FailAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 429, retryAfter = 1, count = 1 });
        await bot.FailAsync(new { delivery = "duplicated" });

        Assert.Single(await bot.SayAsync("poll lunch"));
        await bot.HealAsync();
    }

    [Fact]
    public async Task A_restart_between_question_and_answer()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);
        await bot.SayAsync("leave");

        await bot.RestartAsync();

        Assert.Equal("Until 2026-12-24, then.", (await bot.SayAsync("2026-12-24")).Single().Text);
    }

    [Fact]
    public async Task What_fails_is_logged()
    {
        await using var bot = await TestBot.StartAsync(MyBot.Map);

        await bot.SayAsync("fail");

        Assert.Contains(bot.Log, line => line.Exception is not null);
        bot.ExpectWarnings();
    }

    private static class MyBot
    {
        public static void Map(BotRoutes bot)
        {
            bot.Command("poll", (string about) => Reply.Markdown($"Who is for {about}?"));
            bot.Command("order", () => Card.Form<Order>("Your order", submit: "order"));
            bot.Submit("order", (Order order) => Reply.Markdown($"{order.Count} × {order.What}, coming."));
            bot.Command("tea", (BotContext ctx) =>
            {
                ctx.Schedule.In(TimeSpan.FromMinutes(4), "ready", "tea");
                return "In four minutes.";
            });
            bot.Scheduled("ready", (string what) => Reply.Markdown($"Your {what} is ready."));
            bot.Command("shout", async (AttachedFile note, CancellationToken ct) =>
            {
                using var reader = new StreamReader(await note.OpenAsync(ct));
                return Reply.File("note.txt", System.Text.Encoding.UTF8.GetBytes((await reader.ReadToEndAsync(ct)).ToUpperInvariant()));
            });
            bot.Command("leave", async (BotContext ctx) => $"Until {await ctx.AskAsync<DateOnly>("Until when?"):yyyy-MM-dd}, then.");
            bot.Command("fail", string () => throw new InvalidOperationException("As it should."));
        }

        private sealed record Order(string What, [property: Range(1, 9)] int Count = 1);
    }
}
