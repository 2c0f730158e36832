using BotHost.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Readme;

/// <summary>What the pages about state, time and conversations show does what they say.</summary>
public sealed class TalkDocsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Settings_are_remembered()
    {
        await using var bot = await TestBot.StartAsync(TalkSnippets.MapState, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await alice.SayAsync("units kelvin", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("From celsius to kelvin.");
        (await alice.SayAsync("units celsius", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("From kelvin to celsius.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Reminders_come_when_they_are_due()
    {
        await using var bot = await TestBot.StartAsync(TalkSnippets.MapSchedule, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("remind 00:20:00 tea", Cancelled);
        var id = (await alice.SayAsync("stand-up", Cancelled)).Single().Text.Split(' ')[^1];

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(20), Cancelled);
        (await alice.DirectAsync(Cancelled)).ShouldContain(message => message.Text == "tea");
        (await alice.SayAsync("unschedule " + id, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Stopped.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Somebody_who_has_never_written_is_asked_in_private_and_again_in_the_same_room()
    {
        await using var bot = await TestBot.StartAsync(TalkSnippets.MapNudge, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Garden", ["bob@example.com"], Cancelled);

        for (var time = 1; time <= 2; time++)
        {
            (await alice.MentionAsync(space, "nudge <@personEmail:bob@example.com> water the plants", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("I am asking.");
            (await bob.DirectAsync(Cancelled))[0].Text.ShouldStartWith("Have you done it: water the plants?");
            (await bob.SayAsync("yes", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Thank you.");
        }

        (await bob.DirectAsync(Cancelled)).Count(message => message.Text.StartsWith("Hello!", StringComparison.Ordinal)).ShouldBe(1);
        (await alice.MentionAsync(space, $"nudge <@personEmail:{TestBot.BotEmail}> rest", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldNotBe("I am asking.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Leave_is_filed_once_all_is_answered()
    {
        await using var bot = await TestBot.StartAsync(
            TalkSnippets.MapQuestions, configure: builder => builder.Services.AddSingleton<TalkSnippets.Desk>(), cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        foreach (var said in new[] { "leave", "2026-12-24", "moving house" })
            await alice.SayAsync(said, Cancelled);

        (await alice.SayAsync("yes", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Filed as #1.");
    }
}
