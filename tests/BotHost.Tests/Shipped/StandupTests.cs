using BotHost.Testing;

namespace BotHost.Tests.Shipped;

/// <summary>A stand-up in writing: each is asked in private, also whoever has never written to the bot, and what they say is put together.</summary>
public sealed class StandupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Each_is_asked_in_private_and_the_space_reads_who_said_what_and_who_did_not()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        var (alice, bob, carol) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"), bot.Person("carol@example.com"));
        var space = await SetUpAsync(bot, alice, "weekday at 9:00");

        // Past the weekend, to the next morning there is one.
        await AdvanceToAsync(bot, bob, "What did you do?");
        await bot.RestartAsync(Cancelled);
        (await bob.SayAsync("Slept", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("What next?");
        await bot.RestartAsync(Cancelled);
        (await bob.SayAsync("**Lunch**", Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith("Thank you.");
        (await alice.SayAsync("Baked", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("What next?");
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(61), Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Time is up, so I leave it at that.");
        var summary = (await alice.MessagesAsync(space, Cancelled))[0];
        summary.ParentId.ShouldBeNull();
        summary.Text.ShouldContain("What did you do? Slept");
        summary.Text.ShouldContain("What next? **Lunch**");
        summary.Text.ShouldContain("What did you do? Baked");
        summary.Text.ShouldEndWith($"No answer: {carol.Account.DisplayName}");
        (await carol.DirectAsync(Cancelled)).Count.ShouldBeGreaterThan(2, "an opening, a question, and that time is up");
    }

    [Fact(Timeout = 120_000)]
    public async Task It_is_held_now_left_out_once_and_ended()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        await bot.UntilNoonAsync();
        var alice = bot.Person("alice@example.com");
        var space = await SetUpAsync(bot, alice, "every day at 9:00");

        (await alice.MentionAsync(space, "standup now", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("I am asking them.");
        (await alice.SayAsync("cancel", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("All right, not today.");
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(2), Cancelled);
        var held = await CountAsync();
        held.ShouldBe(1);
        (await alice.MentionAsync(space, "standup skip", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("The next one is left out.");
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(24), Cancelled);
        (await CountAsync()).ShouldBe(held);
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(24), Cancelled);
        (await CountAsync()).ShouldBe(held + 1);
        (await alice.MentionAsync(space, "standup off", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("no stand-up here any more");
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(48), Cancelled);
        (await CountAsync()).ShouldBe(held + 1);
        (await alice.MentionAsync(space, "standup now", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("standup setup");

        async Task<int> CountAsync() => (await alice.MessagesAsync(space, Cancelled)).Count(message => message.Text.StartsWith("Stand-up", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_cannot_be_is_asked_again_at_once_and_costs_no_other_answer()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Kitchen", ["bob@example.com"], Cancelled);
        var thread = (await alice.MentionAsync(space, "standup setup", cancellationToken: Cancelled)).ShouldHaveSingleItem().ParentId;

        (await SaysAsync("weekday at 9:00")).ShouldStartWith("What do I ask?");
        (await SaysAsync(string.Join('\n', Enumerable.Range(1, 11)))).ShouldStartWith("A stand-up has 1 to 50 people, 1 to 10 questions, and 5 minutes to 23 hours for the answers.\nWhat do I ask?");
        (await SaysAsync("What next?")).ShouldBe("Whom? Mention them all.");
        (await SaysAsync("bob@example.com carol@example.com bothost@webex.bot")).ShouldBe("I can ask only people of this space. Not among them: carol@example.com, bothost@webex.bot\nWhom? Mention them all.");
        (await SaysAsync("bob@example.com")).ShouldStartWith("How long");
        (await SaysAsync("2m")).ShouldContain("5 minutes to 23 hours for the answers.\nHow long");
        (await SaysAsync("1h")).ShouldBe("Every weekday at 9:00 (Etc/UTC) I ask Bob Brown.");

        async Task<string> SaysAsync(string text) => (await alice.MentionAsync(space, text, thread, Cancelled)).ShouldHaveSingleItem().Text;
    }

    private static async Task<string> SetUpAsync(TestBot bot, TestPerson alice, string when)
    {
        var space = await alice.CreateSpaceAsync("Kitchen", ["bob@example.com", "carol@example.com"], Cancelled);
        var thread = (await alice.MentionAsync(space, "standup setup", cancellationToken: Cancelled)).ShouldHaveSingleItem().ParentId;
        await alice.MentionAsync(space, when, thread, Cancelled);
        await alice.MentionAsync(space, "What did you do?\n\nWhat next?", thread, Cancelled);
        await alice.MentionAsync(space, "<@personEmail:alice@example.com>, <@personEmail:bob@example.com> carol@example.com", thread, Cancelled);
        (await alice.MentionAsync(space, "1h", thread, Cancelled)).ShouldHaveSingleItem().Text.ShouldEndWith("I ask Alice Anderson, Bob Brown, Carol Clark.");
        return space;
    }

    private static async Task AdvanceToAsync(TestBot bot, TestPerson person, string text)
    {
        for (var hour = 0; hour < 100; hour++)
        {
            await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(30), Cancelled);
            try
            {
                if ((await person.DirectAsync(Cancelled))[0].Text == text)
                    return;
            }
            catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
            {
                // They have no direct room yet.
            }
        }

        throw new TimeoutException($"\"{text}\" was not asked.");
    }
}
