using BotHost.Testing;

namespace BotHost.Tests.Access;

/// <summary>In a space with moderators, members may only write; the bot, a moderator itself, does no more for them.</summary>
public sealed class ModeratedSpaceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_who_is_no_moderator_adds_nobody_through_the_bot()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob, carol) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"), bot.Person("carol@example.com"));
        await alice.SayAsync("space create Ours", Cancelled);
        await alice.SayAsync("space add bob@example.com in \"Ours\"", Cancelled);
        await alice.SayAsync("space add carol@example.com in \"Ours\" --moderator", Cancelled);

        (await bob.SayAsync("space add dave@elsewhere.example in \"Ours\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("has moderators");
        (await bob.SayAsync("space post still allowed in \"Ours\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Posted");
        (await carol.SayAsync("space add dave@elsewhere.example in \"Ours\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain(": added");
    }
}
