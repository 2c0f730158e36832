using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Meetings;

/// <summary>Meetings that begin and end reach their handlers, also where Webex shows them late.</summary>
public sealed class MeetingEventTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task What_happens_to_a_meeting_is_told_with_the_meeting()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told);
        var carol = bot.Person("carol@example.com");

        var id = await ScheduleAsync(bot, carol);
        await MeetingBench.HappenAsync(bot, id, "start");
        await bot.QuietAsync(Cancelled);
        await MeetingBench.HappenAsync(bot, id, "end");
        await bot.QuietAsync(Cancelled);
        await carol.CallAsync(HttpMethod.Delete, $"meetings/{id}", null, Cancelled);
        await bot.QuietAsync(Cancelled);

        told.ShouldBe(["created Chat Planned", "started Chat UnderWay", "ended Chat Over", "deleted"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_meeting_that_is_shown_late_is_waited_for_and_others_are_not_kept()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told);
        var carol = bot.Person("carol@example.com");
        await bot.FailAsync(new { method = "GET", path = "/meetings/{meetingId}", status = 404, count = 3 }, Cancelled);

        await ScheduleAsync(bot, carol);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);

        told.ShouldBe(["created Chat Planned"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_is_never_shown_is_left_out_after_ten_minutes()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told);
        var carol = bot.Person("carol@example.com");
        await bot.FailAsync(new { method = "GET", path = "/meetings/{meetingId}", status = 404 }, Cancelled);

        await ScheduleAsync(bot, carol);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(9), Cancelled);
        bot.Log.ShouldNotContain(line => line.Message.Contains("left out"));
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(3), Cancelled);

        bot.Log.ShouldContain(line => line.Message.Contains("left out"));
        told.ShouldBeEmpty();
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_bot_is_refused_those_webhooks_and_answers_all_the_same()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.OnMeetingStarted((Meeting meeting) => { });
            routes.Command("ping", () => "pong");
        }, cancellationToken: Cancelled);

        (await bot.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        bot.Log.ShouldContain(line => line.Message.Contains("meetings/started") && line.Message.Contains("scope"));
        bot.ExpectWarnings();
    }

    /// <summary>The host is Carol: a bot's token sees no meeting.</summary>
    private static async Task<TestBot> StartAsync(List<string> told)
    {
        await using var accounts = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        return await TestBot.StartAsync(
            routes =>
            {
                foreach (var what in new[] { "created", "started", "ended" })
                    routes.On("meetings", what, (Meeting meeting) => { lock (told) told.Add($"{what} {meeting.Title} {meeting.Phase}"); }).AlsoOwn();
                routes.On("meetings", "deleted", () => { lock (told) told.Add("deleted"); }).AlsoOwn();
            },
            [("Webex:AccessToken", accounts.Person("carol@example.com").Account.Token)],
            cancellationToken: Cancelled);
    }

    private static async Task<string> ScheduleAsync(TestBot bot, TestPerson host)
    {
        var start = bot.Clock.Now.AddMinutes(5);
        var meeting = await host.CallAsync(HttpMethod.Post, "meetings", new { title = "Chat", start = start.ToString("O"), end = start.AddMinutes(30).ToString("O") }, Cancelled);
        await bot.QuietAsync(Cancelled);
        return meeting.GetProperty("id").GetString()!;
    }
}
