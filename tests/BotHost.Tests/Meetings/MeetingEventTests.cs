using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Sharing;

namespace BotHost.Tests.Meetings;

/// <summary>Meetings that begin and end reach their handlers, also where Webex shows them late.</summary>
public sealed class MeetingEventTests
{
    /// <summary>As the local Webex makes it of its seed.</summary>
    private const string CarolsToken = "sim_carol_ccca869e-3319-4970-9c10-2a15f6089ae3";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task What_happens_to_a_meeting_is_told_with_the_meeting()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told, "--Simulator:Switches:EndedMeetingsAppearAfterMinutes=0");

        var id = await ScheduleAsync(bot);
        await bot.QuietAsync(Cancelled);
        await MeetingBench.HappenAsync(bot, id, "start");
        await bot.QuietAsync(Cancelled);
        await MeetingBench.HappenAsync(bot, id, "end");
        await bot.QuietAsync(Cancelled);
        await bot.Person("carol@example.com").CallAsync(HttpMethod.Delete, $"meetings/{id}", null, Cancelled);
        await bot.QuietAsync(Cancelled);

        told.ShouldBe(["created Chat Planned", "started Chat UnderWay", "ended Chat Over", "deleted"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_meeting_that_is_shown_late_is_waited_for()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told);
        await bot.FailAsync(new { method = "GET", path = "/meetings/{meetingId}", status = 404, count = 3 }, Cancelled);

        await ScheduleAsync(bot);
        await bot.QuietAsync(Cancelled);

        told.ShouldBe(["created Chat Planned"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_ended_is_waited_for_as_long_as_Webex_hides_it()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told);
        var id = await ScheduleAsync(bot);
        await bot.QuietAsync(Cancelled);
        await MeetingBench.HappenAsync(bot, id, "start");
        await bot.QuietAsync(Cancelled);

        await MeetingBench.HappenAsync(bot, id, "end");
        await PassAsync(bot, minutes: 14);
        told.ShouldNotContain("ended Chat Over");
        await AdvanceAsync(bot, 2);
        await bot.QuietAsync(Cancelled);

        told.ShouldBe(["created Chat Planned", "started Chat UnderWay", "ended Chat Over"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_is_never_shown_is_left_out_after_ten_minutes()
    {
        var told = new List<string>();
        await using var bot = await StartAsync(told);
        await bot.FailAsync(new { method = "GET", path = "/meetings/{meetingId}", status = 404 }, Cancelled);

        await ScheduleAsync(bot);
        await PassAsync(bot, minutes: 9);
        bot.Log.ShouldNotContain(line => line.Message.Contains("left out"));
        await AdvanceAsync(bot, 2);
        await bot.QuietAsync(Cancelled);

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
    private static async Task<TestBot> StartAsync(List<string> told, params string[] simulator)
    {
        var bot = await TestBot.StartAsync(
            routes =>
            {
                foreach (var what in new[] { "created", "started", "ended" })
                    routes.On("meetings", what, (Meeting meeting) => { lock (told) told.Add($"{what} {meeting.Title} {meeting.Phase}"); }).AlsoOwn();
                routes.On("meetings", "deleted", () => { lock (told) told.Add("deleted"); }).AlsoOwn();
            },
            [("Webex:AccessToken", CarolsToken)],
            simulator: simulator,
            cancellationToken: Cancelled);
        // That a host should have a token of its own, and until when this one is good: what it says last.
        await Crowd.UntilAsync(() => Task.FromResult(bot.Log.Any(line => line.Message.Contains("is over at", StringComparison.Ordinal))));
        bot.ExpectWarnings();
        return bot;
    }

    private static async Task<string> ScheduleAsync(TestBot bot)
    {
        var start = bot.Clock.Now.AddMinutes(5);
        var meeting = await bot.Person("carol@example.com").CallAsync(
            HttpMethod.Post, "meetings", new { title = "Chat", start = start.ToString("O"), end = start.AddMinutes(30).ToString("O") }, Cancelled);
        await bot.DeliveredAsync(Cancelled);
        return meeting.GetProperty("id").GetString()!;
    }

    /// <summary>
    /// Lets time pass for both, a minute after the other, and lets the bot ask for the meeting in each: until it sees it, nothing is quiet. Where a minute
    /// passes just as it was answered, it asks in the next one.
    /// </summary>
    private static async Task PassAsync(TestBot bot, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            var asked = await AskedAsync(bot);
            await AdvanceAsync(bot, 1);
            using var answer = await bot.Http.GetAsync(
                $"/simulator/ledger/await?kind=call&method=GET&route=/meetings/{{meetingId}}&count={asked + 1}&timeout=2", Cancelled);
        }
    }

    private static async Task AdvanceAsync(TestBot bot, int minutes)
    {
        (await bot.Http.PostAsJsonAsync("/simulator/clock", new { advance = TimeSpan.FromMinutes(minutes) }, Cancelled)).EnsureSuccessStatusCode();
        bot.Clock.Time.Advance(TimeSpan.FromMinutes(minutes));
    }

    private static async Task<int> AskedAsync(TestBot bot) =>
        (await bot.Http.GetFromJsonAsync<JsonElement>("/simulator/ledger?kind=call&method=GET&route=/meetings/{meetingId}", Cancelled)).GetProperty("items").GetArrayLength();
}
