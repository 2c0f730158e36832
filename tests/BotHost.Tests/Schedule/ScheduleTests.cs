using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Operations;

namespace BotHost.Tests.Schedule;

/// <summary>What is scheduled runs when it is due, for whoever scheduled it, where they did.</summary>
public sealed class ScheduleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task It_runs_once_when_it_is_due_and_not_before_in_the_thread_it_was_asked_for_in()
    {
        await using var bot = await TestBot.StartAsync(Map, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Launch", cancellationToken: Cancelled);
        var asked = await alice.MentionAsync(space, "remind 10 tea", cancellationToken: Cancelled);

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(9), Cancelled);
        (await SaidAsync(alice, space)).ShouldBe([asked[0].Text]);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancelled);

        (await SaidAsync(alice, space)).ShouldBe([asked[0].Text, "tea for alice@example.com"]);
        (await alice.MessagesAsync(space, Cancelled))[0].ParentId.ShouldBe(asked[0].ParentId);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_recurs_runs_each_time_and_what_was_missed_while_the_bot_was_down_once()
    {
        await using var bot = await TestBot.StartAsync(Map, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("repeat stand-up", Cancelled);

        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(3), Cancelled);
        (await CountAsync(alice)).ShouldBe(3);
        await bot.StopAsync(Cancelled);
        bot.Clock.Time.Advance(TimeSpan.FromHours(5));
        await bot.StartAgainAsync(cancellationToken: Cancelled);
        await bot.QuietAsync(Cancelled);
        (await CountAsync(alice)).ShouldBe(4);
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(2), Cancelled);

        (await CountAsync(alice)).ShouldBe(6);
        StoredEvent.All(bot).Count(e => e.Key.StartsWith("schedule:", StringComparison.Ordinal) && e.Status == EventStatus.Queued).ShouldBe(1);

        async Task<int> CountAsync(TestPerson person) => (await person.DirectAsync(Cancelled)).Count(message => message.Text.StartsWith("stand-up", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_cancelled_in_its_room_or_by_an_operator_does_not_run_and_other_rooms_cannot()
    {
        await using var bot = await TestBot.StartAsync(Map, Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var ids = new List<string>();
        foreach (var what in new[] { "one", "two", "three" })
            ids.Add((await alice.SayAsync($"remind 10 {what}", Cancelled)).Single().Text);

        (await bob.SayAsync($"cancel-it {ids[2]}", Cancelled)).Single().Text.ShouldBe("False");
        (await alice.SayAsync($"cancel-it {ids[0]}", Cancelled)).Single().Text.ShouldBe("True");
        (await alice.SayAsync($"cancel-it {ids[0]}", Cancelled)).Single().Text.ShouldBe("False");
        (await op.TypeAsync("schedule", "list")).Output.ShouldContain(ids[1]);
        (await op.TypeAsync("schedule", "cancel", ids[1])).Code.ShouldBe(0);
        (await op.TypeAsync("schedule", "cancel", ids[1])).Code.ShouldNotBe(0);
        (await alice.SayAsync("agenda", Cancelled)).Single().Text.ShouldBe(ids[2]);
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(1), Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("three for alice@example.com");
        (await alice.DirectAsync(Cancelled)).Count(message => message.Text.EndsWith("for alice@example.com", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_throws_has_scheduled_nothing()
    {
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                Map(routes);
                routes.Command("fail", string (ISchedule schedule) =>
                {
                    schedule.In(TimeSpan.FromMinutes(1), "reminder", new Reminder("never"));
                    throw new InvalidOperationException();
                });
            }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        await alice.SayAsync("fail", Cancelled);

        (await alice.SayAsync("agenda", Cancelled)).ShouldBeEmpty();
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_the_bot_was_removed_it_ends_and_does_not_come_again()
    {
        await using var bot = await TestBot.StartAsync(Map, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Launch", cancellationToken: Cancelled);
        await alice.MentionAsync(space, "repeat stand-up", cancellationToken: Cancelled);
        var members = (await alice.CallAsync(HttpMethod.Get, $"memberships?roomId={space}&personEmail={TestBot.BotEmail}", null, Cancelled)).GetProperty("items");
        await alice.CallAsync(HttpMethod.Delete, "memberships/" + members[0].GetProperty("id").GetString(), null, Cancelled);

        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(3), Cancelled);

        StoredEvent.All(bot).Where(e => e.Key.StartsWith("schedule:", StringComparison.Ordinal)).ShouldHaveSingleItem().Reason.ShouldBe("The bot is no longer in the room.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_may_not_any_more_is_told_and_it_does_not_come_again()
    {
        var isAllowed = true;
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("repeat", (ISchedule schedule) => { schedule.Every("0 * * * *", "Europe/Berlin", "hourly"); });
                routes.Scheduled("hourly", () => "here").Allow(isAllowed ? Policy.Default : Policy.Nobody);
            }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("repeat", Cancelled);
        isAllowed = false;
        await bot.RestartAsync(Cancelled);

        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(3), Cancelled);

        (await alice.DirectAsync(Cancelled)).Count(message => message.Text.Contains("switched off")).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_route_that_is_gone_leaves_a_dead_letter_that_names_it()
    {
        var isMapped = true;
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("later", (ISchedule schedule) => { schedule.In(TimeSpan.FromMinutes(5), "old"); });
                if (isMapped)
                    routes.Scheduled("old", () => "here");
            }, cancellationToken: Cancelled);
        await bot.Person("alice@example.com").SayAsync("later", Cancelled);
        isMapped = false;
        await bot.RestartAsync(Cancelled);

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(6), Cancelled);

        StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead).Reason.ShouldNotBeNull().ShouldContain("bot.Scheduled(\"old\"");
    }

    [Fact]
    public async Task Wrong_routes_are_told_at_the_start()
    {
        var wrong = await Should.ThrowAsync<BotDefinitionException>(() => TestBot.StartAsync(
            routes =>
            {
                routes.Scheduled("twice", (Reminder one, Version two) => "");
                routes.Scheduled("twice", () => "");
            }, cancellationToken: Cancelled));

        wrong.Problems.Count.ShouldBe(2);
        wrong.Problems.ShouldAllBe(problem => problem.Contains("ScheduleTests.cs"));
    }

    private static void Map(BotRoutes routes)
    {
        routes.Command("remind", (int minutes, string what, ISchedule schedule) => schedule.In(TimeSpan.FromMinutes(minutes), "reminder", new Reminder(what)));
        routes.Command("repeat", (string what, ISchedule schedule) => schedule.Every("0 * * * *", "Europe/Berlin", "reminder", new Reminder(what)));
        routes.Command("cancel-it", async (string id, ISchedule schedule) => $"{await schedule.CancelAsync(id)}");
        routes.Command("agenda", async (ISchedule schedule) => string.Join(" ", (await schedule.ListAsync()).Select(one => one.Id)));
        routes.Scheduled("reminder", (Reminder reminder, Person sender) => $"{reminder.What} for {sender.Email}");
    }

    private static async Task<string[]> SaidAsync(TestPerson person, string room) =>
        [.. (await person.MessagesAsync(room, Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text).Reverse()];

    private sealed record Reminder(string What);
}
