using BotHost.Testing;

namespace BotHost.Tests.Meetings;

/// <summary>People schedule and lead their own meetings from chat, once they have allowed it.</summary>
public sealed class MeetingFeatureTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_meeting_is_scheduled_listed_shown_joined_ended_and_cancelled()
    {
        await using var bot = await MeetingBench.StartAsync();
        (await MeetingBench.ConsentAsync(bot, bot.Alice)).ShouldBe("You have no meetings in the next 7 days.");

        var scheduled = await SayAsync(bot, "meeting schedule \"Design *review*\" tomorrow 9:00 bob@example.com dave@elsewhere.example for 45 minutes");
        scheduled.ShouldContain("Scheduled Design *review*");
        scheduled.ShouldContain(" 9:00 (Etc/UTC), 45 min");
        scheduled.ShouldContain("Invited: bob@example.com, dave@elsewhere.example.");
        var series = (await MeetingBench.SeriesAsync(bot.Alice)).ShouldHaveSingleItem();
        (series.GetProperty("title").GetString(), series.GetProperty("hostEmail").GetString()).ShouldBe(("Design *review*", "alice@example.com"));
        var number = series.GetProperty("meetingNumber").GetString()!;

        (await SayAsync(bot, "meeting list")).ShouldContain($"Design *review*, number {number}");
        var shown = await SayAsync(bot, "meeting show design *REVIEW*");
        shown.ShouldContain("host alice@example.com");
        shown.ShouldContain("Bob Brown");
        (await SayAsync(bot, $"meeting join {number}")).ShouldContain("start it, or join");
        (await SayAsync(bot, "meeting end Design *review*")).ShouldStartWith("Design *review* does not take place now");

        (await SayAsync(bot, $"meeting cancel {number}")).ShouldContain("Cancel Design *review*");
        (await SayAsync(bot, "no")).ShouldBe("All right, nothing was done.");
        (await MeetingBench.SeriesAsync(bot.Alice)).Count.ShouldBe(1);
        await SayAsync(bot, $"meeting cancel {number}");
        (await SayAsync(bot, "yes")).ShouldBe("Cancelled Design *review*.");
        (await MeetingBench.SeriesAsync(bot.Alice)).ShouldBeEmpty();
        (await SayAsync(bot, $"meeting cancel {number}")).ShouldContain("no meeting");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_meeting_that_takes_place_is_ended()
    {
        await using var bot = await MeetingBench.StartAsync();
        await MeetingBench.ConsentAsync(bot, bot.Alice, "meeting schedule Chat in 5m for 20m");
        var id = (await MeetingBench.SeriesAsync(bot.Alice)).ShouldHaveSingleItem().GetProperty("id").GetString()!;

        await MeetingBench.HappenAsync(bot, id, "start");

        (await SayAsync(bot, "meeting list")).ShouldStartWith("now, since");
        (await SayAsync(bot, "meeting end chat")).ShouldBe("Ended Chat.");
        (await SayAsync(bot, "meeting end chat")).ShouldNotBe("Ended Chat.");
    }

    [Fact(Timeout = 120_000)]
    public async Task In_a_space_a_link_to_join_comes_in_private_and_each_sees_their_own_meetings()
    {
        await using var bot = await MeetingBench.StartAsync();
        var bob = bot.Person("bob@example.com");
        await MeetingBench.ConsentAsync(bot, bot.Alice, "meeting schedule Chat tomorrow 9:00");
        (await MeetingBench.ConsentAsync(bot, bob)).ShouldBe("You have no meetings in the next 7 days.");
        var space = await bot.Alice.CreateSpaceAsync("Kitchen", ["bob@example.com"], Cancelled);

        (await bot.Alice.MentionAsync(space, "meeting join chat", cancellationToken: Cancelled)).ShouldBeEmpty();
        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldContain("start it, or join");
        (await bob.MentionAsync(space, "meeting join chat", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("no meeting “chat”");
    }

    [Fact(Timeout = 120_000)]
    public async Task Somebody_mentioned_is_invited_by_their_address_and_the_host_may_speak_German()
    {
        await using var bot = await MeetingBench.StartAsync();
        await MeetingBench.ConsentAsync(bot, bot.Alice);
        await bot.SayAsync("language de", Cancelled);
        var space = await bot.Alice.CreateSpaceAsync("Kitchen", ["bob@example.com"], Cancelled);

        var said = (await bot.Alice.MentionAsync(space, "meeting schedule Tee tomorrow 9:00 <@personEmail:bob@example.com>", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text;

        said.ShouldContain("Geplant ist Tee");
        (await SayAsync(bot, "meeting show tee")).ShouldContain("Eingeladen: Bob Brown");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("meeting schedule Chat yesterday 9:00", "a time in the future")]
    [InlineData("meeting schedule Chat tomorrow 9:00 for 5m", "10 minutes")]
    [InlineData("meeting schedule Chat tomorrow 9:00 for 24h", "10 minutes")]
    [InlineData("meeting schedule Chat", "Usage: meeting schedule")]
    [InlineData("meeting schedule Chat tomorrow 9:00 nonsense", "Usage: meeting schedule")]
    [InlineData("meeting list 91", "1 to 90 days")]
    public async Task What_cannot_be_is_said_before_anybody_is_asked_to_allow_it(string words, string answer)
    {
        await using var bot = await MeetingBench.StartAsync();

        (await SayAsync(bot, words)).ShouldContain(answer);
    }

    [Fact(Timeout = 120_000)]
    public async Task Where_nothing_can_act_for_people_they_are_told_what_is_missing()
    {
        await using var bare = await TestBot.StartAsync(cancellationToken: Cancelled);
        (await SayAsync(bare, "meeting list")).ShouldContain("set Webex:Integration");

        await using var narrow = await MeetingBench.StartAsync(settings: [("Webex:Integration:Scopes", "spark:people_read meeting:schedules_read")]);
        await MeetingBench.ConsentAsync(narrow, narrow.Alice);
        (await SayAsync(narrow, "meeting schedule Chat tomorrow 9:00")).ShouldContain("meeting:schedules_write");
    }

    private static async Task<string> SayAsync(TestBot bot, string words) => (await bot.SayAsync(words, Cancelled)).ShouldHaveSingleItem().Text;
}
