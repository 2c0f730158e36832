using BotHost.Testing;

namespace BotHost.Tests.Conversations;

/// <summary>Teams, made and kept through the bot: only by their moderators, only for their members.</summary>
public sealed class TeamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_team_is_made_with_its_asker_as_moderator_filled_and_emptied()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));

        (await SayAsync(alice, "team create Orchard & *Co*")).ShouldBe("Created the team Orchard & *Co*; you moderate it.");
        (await SayAsync(alice, "team list")).ShouldBe("Orchard & *Co*");
        (await SayAsync(bob, "team list")).ShouldContain("no team together");
        (await SayAsync(alice, "team add bob@example.com bob@example.com carol@example.com in \"orchard & *co*\""))
            .ShouldBe("Orchard & *Co*\nbob@example.com: added\ncarol@example.com: added");
        (await SayAsync(alice, "team add bob@example.com in \"Orchard & *Co*\"")).ShouldContain("bob@example.com: is in it already");
        (await SayAsync(bob, "team list")).ShouldBe("Orchard & *Co*");
        (await SayAsync(alice, "team remove carol@example.com in \"Orchard & *Co*\"")).ShouldBe("Removed Carol Clark from Orchard & *Co*, and so from its spaces.");
        (await SayAsync(alice, "team remove carol@example.com in \"Orchard & *Co*\"")).ShouldContain("is not in");

        (await MembersAsync(alice)).ShouldBe(["alice@example.com moderates", "bob@example.com", $"{TestBot.BotEmail} moderates"]);
    }

    [Fact]
    public async Task Who_is_not_in_it_learns_nothing_of_a_team_and_who_does_not_moderate_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await SayAsync(alice, "team create Orchard");

        foreach (var words in (string[])["team add bob@example.com in Orchard", "team remove alice@example.com in Orchard"])
        {
            (await SayAsync(bob, words)).ShouldBe(await SayAsync(bob, words.Replace("Orchard", "Nowhere")));
            (await SayAsync(bob, words)).ShouldContain("no such team");
        }

        await SayAsync(alice, "team add bob@example.com in Orchard");
        (await SayAsync(bob, "team add carol@example.com in Orchard")).ShouldBe("Only moderators of Orchard may do that.");
        (await SayAsync(bob, "team remove alice@example.com in Orchard")).ShouldBe("Only moderators of Orchard may do that.");
        await SayAsync(alice, "team add carol@example.com in Orchard --moderator");
        (await SayAsync(bot.Person("carol@example.com"), "team remove bob@example.com in Orchard")).ShouldContain("Removed Bob");
        (await MembersAsync(alice)).ShouldBe(["alice@example.com moderates", $"{TestBot.BotEmail} moderates", "carol@example.com moderates"]);
    }

    [Fact]
    public async Task Two_teams_of_one_name_are_told_apart_by_id_and_what_is_missing_by_the_usage()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await SayAsync(alice, "team create Twins");
        await SayAsync(alice, "team create twins");

        var choices = await SayAsync(alice, "team add bob@example.com in Twins");
        choices.ShouldContain("Several teams");
        (await SayAsync(alice, $"team add bob@example.com in \"{choices.Split(' ')[^1]}\"")).ShouldContain("bob@example.com: added");
        (await SayAsync(alice, "team add bob@example.com")).ShouldContain("Usage: team add");
        (await SayAsync(alice, "team add nonsense in Twins")).ShouldContain("Usage: team add");
        (await SayAsync(alice, "team create")).ShouldContain("Usage: team create");
        (await SayAsync(alice, "team")).ShouldContain("team create");
    }

    private static async Task<string> SayAsync(TestPerson person, string words) => (await person.SayAsync(words, Cancelled)).ShouldHaveSingleItem().Text;

    private static async Task<IEnumerable<string>> MembersAsync(TestPerson person)
    {
        var team = (await person.CallAsync(HttpMethod.Get, "teams", null, Cancelled)).GetProperty("items")[0].GetProperty("id").GetString();
        return (await person.CallAsync(HttpMethod.Get, $"team/memberships?teamId={team}", null, Cancelled)).GetProperty("items").EnumerateArray()
            .Select(m => m.GetProperty("personEmail").GetString() + (m.GetProperty("isModerator").GetBoolean() ? " moderates" : "")).Order();
    }
}
