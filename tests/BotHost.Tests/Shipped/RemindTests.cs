using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Shipped;

/// <summary>Reminders come when they are due, to whoever asked, and not after they were cancelled.</summary>
public sealed class RemindTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("remind me in 20 minutes the oven", 20)]
    [InlineData("remind 20m the oven", 20)]
    [InlineData("remind me 1h30 the oven", 90)]
    public async Task In_a_space_it_mentions_the_asker_and_survives_a_restart(string text, int minutes)
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Kitchen", cancellationToken: Cancelled);
        var asked = (await alice.MentionAsync(space, text, cancellationToken: Cancelled)).ShouldHaveSingleItem();
        asked.Text.ShouldStartWith("Reminder 1: ");

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(minutes - 1), Cancelled);
        await bot.RestartAsync(Cancelled);
        (await alice.MessagesAsync(space, Cancelled))[0].Id.ShouldBe(asked.Id);
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(2), Cancelled);

        var said = (await alice.MessagesAsync(space, Cancelled)).TakeWhile(message => message.Id != asked.Id).ShouldHaveSingleItem();
        said.Text.ShouldEndWith("Reminder: the oven");
        said.Json.GetProperty("mentionedPeople").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe(alice.Account.PersonId);
        said.ParentId.ShouldBe(asked.ParentId);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_recurs_comes_on_its_days_until_it_is_cancelled()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        await bot.UntilNoonAsync();
        var alice = bot.Person("alice@example.com");
        (await alice.SayAsync("remind every weekday at 9:00 write the report", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Reminder 1: every weekday at 9:00 (Etc/UTC).");
        (await alice.SayAsync("remind me every mon, thu at 5 pm tea", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Reminder 2: every Monday, Thursday at 17:00 (Etc/UTC).");

        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(7), Cancelled);
        (await CountAsync("report")).ShouldBe(5);
        (await CountAsync("tea")).ShouldBe(2);
        var list = (await alice.SayAsync("remind list", Cancelled)).ShouldHaveSingleItem().Text;
        list.ShouldContain("1, every weekday at 9:00 (Etc/UTC): write the report");
        (await alice.SayAsync("remind cancel 1", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Cancelled: write the report");
        (await alice.SayAsync("remind cancel 1", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("no reminder 1");
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(7), Cancelled);

        (await CountAsync("report")).ShouldBe(5);
        (await CountAsync("tea")).ShouldBe(4);

        async Task<int> CountAsync(string what) => (await alice.DirectAsync(Cancelled)).Count(message => message.Text.StartsWith("Reminder: ", StringComparison.Ordinal) && message.Text.EndsWith(what, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_has_their_own_and_nobody_cancels_anothers()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Kitchen", ["bob@example.com"], Cancelled);
        await alice.MentionAsync(space, "remind tomorrow 9:00 <@all> **stew**", cancellationToken: Cancelled);

        (await bob.MentionAsync(space, "remind list", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("You have no reminders here.");
        (await bob.MentionAsync(space, "remind cancel 1", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("no reminder 1");
        (await bob.MentionAsync(space, "remind yesterday 9:00 stew", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("a time in the future");
        (await bob.MentionAsync(space, "remind every now and then", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("weekday at 9:00");
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(2), Cancelled);

        (await alice.MessagesAsync(space, Cancelled))[0].Json.GetProperty("mentionedPeople").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("weekday at 9:00", "0 9 * * MON,TUE,WED,THU,FRI")]
    [InlineData("every day 17:30", "30 17 * * *")]
    [InlineData("Mon, wed and FRIDAYS at 9am", "0 9 * * MON,WED,FRI")]
    [InlineData("friday, monday at 5 pm", "0 17 * * MON,FRI")]
    [InlineData("weekends noon", "0 12 * * SAT,SUN")]
    [InlineData("9:00", null)]
    [InlineData("weekday", null)]
    [InlineData("m at 9:00", null)]
    [InlineData("weekday at 9:00 and 10:00", null)]
    [InlineData("", null)]
    public void Days_and_a_time(string text, string? cron) => (Repetition.TryParse(text, null, out var read) ? read.Cron : null).ShouldBe(cron);
}
