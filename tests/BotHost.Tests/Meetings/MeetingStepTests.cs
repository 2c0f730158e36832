using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Meetings;

/// <summary>What a handler does to meetings is done once, whatever Webex answers.</summary>
public sealed class MeetingStepTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("before")]
    [InlineData("after")]
    public async Task Meetings_whose_scheduling_was_answered_with_an_error_are_there_once_each(string when)
    {
        await using var bot = await StartAsync();
        await MeetingBench.ConsentAsync(bot, bot.Alice, "mine");

        await bot.FailAsync(new { method = "POST", path = "/meetings", status = 502, when, count = 3 }, Cancelled);
        // Three of one title and time, in one turn: none is taken for another.
        (await TextAsync(bot, "plan")).ShouldBe("3");

        (await MeetingBench.SeriesAsync(bot.Alice)).Count.ShouldBe(3);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_meeting_like_it_of_before_is_not_taken_for_it()
    {
        await using var bot = await StartAsync();
        await MeetingBench.ConsentAsync(bot, bot.Alice, "mine");
        await TextAsync(bot, "plan");

        await bot.FailAsync(new { method = "POST", path = "/meetings", status = 502, when = "before", count = 1 }, Cancelled);
        await TextAsync(bot, "plan");

        (await MeetingBench.SeriesAsync(bot.Alice)).Count.ShouldBe(6);
    }

    [Fact(Timeout = 120_000)]
    public async Task Invitations_and_cancellations_that_were_carried_out_and_answered_with_an_error_are_done()
    {
        await using var bot = await StartAsync();
        await MeetingBench.ConsentAsync(bot, bot.Alice, "plan");
        await bot.FailAsync(new { method = "POST", path = "/meetingInvitees", status = 502, when = "after", count = 1 }, Cancelled);
        await bot.FailAsync(new { method = "DELETE", path = "/meetingInvitees*", status = 502, when = "after", count = 1 }, Cancelled);
        await bot.FailAsync(new { method = "DELETE", path = "/meetings*", status = 502, when = "after", count = 1 }, Cancelled);

        (await TextAsync(bot, "undo")).ShouldBe("invited Bob Brown, then 0; left 2");
    }

    [Fact(Timeout = 120_000)]
    public async Task The_bot_itself_is_told_that_it_may_not_and_what_to_do()
    {
        await using var bot = await StartAsync();

        (await TextAsync(bot, "own")).ShouldContain("no bot can have it");
    }

    private static Task<TestBot> StartAsync() => MeetingBench.StartAsync(Map, [("Webex:Timeout", "00:00:01"), ("Outbox:SettleTime", "00:00:01")]);

    private static void Map(BotRoutes routes)
    {
        routes.Command("mine", async (BotContext ctx) => $"{(await ctx.As(Identity.Asker).Meetings.ListAsync()).Count}");
        routes.Command("own", async (BotContext ctx) => $"{(await ctx.Meetings.ListAsync()).Count}");
        routes.Command("plan", async (BotContext ctx) =>
        {
            var when = new DateTimeOffset(ctx.Now.UtcDateTime.Date.AddDays(2).AddHours(9), TimeSpan.Zero);
            var plan = new MeetingPlan("Chat", when, TimeSpan.FromMinutes(30)) { SendsEmail = false };
            var ids = new HashSet<MeetingId>();
            for (var time = 0; time < 3; time++)
                ids.Add((await ctx.As(Identity.Asker).Meetings.ScheduleAsync(plan)).Id);
            return $"{ids.Count}";
        });
        routes.Command("undo", async (BotContext ctx) =>
        {
            var meetings = ctx.As(Identity.Asker).Meetings;
            var one = (await meetings.ListAsync())[0];
            var bob = await meetings.InviteAsync(one.SeriesId, PersonRef.FromEmail("bob@example.com"));
            await meetings.UninviteAsync(bob.Id);
            var left = await meetings.ListInviteesAsync(one.SeriesId);
            await meetings.CancelAsync(one.SeriesId);
            return $"invited {bob.DisplayName}, then {left.Count}; left {(await meetings.ListAsync()).Count}";
        });
    }

    private static async Task<string> TextAsync(TestBot bot, string words) => (await bot.SayAsync(words, Cancelled)).ShouldHaveSingleItem().Text;
}
