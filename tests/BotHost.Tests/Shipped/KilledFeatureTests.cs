using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Shipped;

/// <summary>What is shipped, killed with <c>kill -9</c> in the middle of what it says, before Webex carried it out and after: everything is said once.</summary>
public sealed class KilledFeatureTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite, false)]
    [InlineData(TestStore.PostgreSql, true)]
    public async Task A_reminder_comes_once_though_the_host_is_killed_as_it_comes(string provider, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        await bot.StallAsync(skip: 1, carriedOut);

        await bot.SayAsync(alice, "remind 1s tea");
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Reminder: tea");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Count(text => text == "Reminder: tea").ShouldBe(1);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_reminder_that_was_due_while_the_host_was_dead_comes_once(string provider)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        await bot.SayAsync(alice, "remind 2s tea");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Reminder 1:");

        await bot.KillAsync();
        bot.SetAhead(TimeSpan.FromSeconds(5));
        (await bot.DirectAsync(alice)).ShouldHaveSingleItem();
        await bot.StartAgainAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Reminder: tea");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Count(text => text == "Reminder: tea").ShouldBe(1);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(2, false)]
    [InlineData(8, true)]
    public async Task A_broadcast_reaches_every_space_once(int skip, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(TestStore.Sqlite, "--Access:Admins=alice@example.com");
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var spaces = new List<string>();
        for (var i = 0; i < 6; i++)
            spaces.Add(await bob.CreateSpaceAsync($"Team {i}", cancellationToken: Cancelled));
        await KilledBot.UntilOlderAsync();
        await bot.SayAsync(alice, "broadcast Lights out");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Post this to 6 spaces?");
        await bot.StallAsync(skip, carriedOut);

        await bot.SayAsync(alice, "yes");
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Broadcast 1:");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Where(text => text.StartsWith("Broadcast 1:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldBe("Broadcast 1: posted to 6 of 6 spaces.");
        foreach (var space in spaces)
            (await bot.InAsync(bob, space)).ShouldHaveSingleItem().ShouldStartWith("Lights out");
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1, false)]
    [InlineData(4, true)]
    public async Task A_stand_up_asks_each_once_and_is_put_together_once(int skip, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync();
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Kitchen", ["bob@example.com"], Cancelled);
        await SetUpAsync(bot, alice, space);
        await bot.StallAsync(skip, carriedOut);

        // What bob is told first makes their room, then come who holds it, the question, what is thought of the answer, and that all are asked.
        await bot.MentionAsync(alice, space, "standup now");
        if (skip < 4)
            await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(bob), "What did you do?");
        await bot.SayAsync(bob, "Slept");
        if (skip >= 4)
            await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(bob), "Thank you.");
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "I am asking them.");

        await bot.KillAsync();
        bot.SetAhead(TimeSpan.FromMinutes(6));
        await bot.StallAsync(0, carriedOut);
        await bot.StartAgainAsync();
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "Stand-up");
        await bot.StopAsync();

        (await bot.DirectAsync(bob)).Select(text => text.Split(' ')[0]).ShouldBe(["Hello!", "Stand-up", "What", "Thank"]);
        (await bot.InAsync(alice, space)).Where(text => text.StartsWith("Stand-up", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("What did you do? Slept");
    }

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite, true)]
    [InlineData(TestStore.PostgreSql, false)]
    public async Task What_was_sent_to_a_hook_and_acknowledged_is_posted_once(string provider, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Builds", cancellationToken: Cancelled);
        await bot.MentionAsync(alice, space, "subscribe ci");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "ci. Keep this");
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "ci may post");
        var told = (await bot.DirectAsync(alice))[^1];
        await bot.StallAsync(0, carriedOut);

        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer " + Line(told, "secret") } } };
        (await http.PostAsJsonAsync(Line(told, "address"), new { text = "Build 7 is green" }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "ci\n");
        await bot.StopAsync();

        (await bot.InAsync(alice, space)).Count(text => text.Contains("Build 7 is green", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task SetUpAsync(KilledBot bot, TestPerson alice, string space)
    {
        await bot.MentionAsync(alice, space, "standup setup");
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "On which days");
        var thread = (await alice.MessagesAsync(space, Cancelled))[0].ParentId;
        foreach (var (said, answered) in new[] { ("weekday at 9:00", "What do I ask?"), ("What did you do?", "Whom?"), ("bob@example.com", "How long"), ("5m", "Every weekday") })
        {
            await bot.MentionAsync(alice, space, said, thread);
            await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), answered);
        }
    }

    private static string Line(string told, string name) => Regex.Match(told, name + @": (\S+)").Groups[1].Value;
}
