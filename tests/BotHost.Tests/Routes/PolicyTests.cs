using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Routes;

/// <summary>Who may use a route, and where; whoever may not is told why.</summary>
public sealed class PolicyTests
{
    private const string Alice = "alice@example.com", Bob = "bob@example.com", Dave = "dave@elsewhere.example";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Policies_let_in_whom_they_name_and_say_whom_they_do()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Command("domain", () => "yes").Allow(Policy.Domains("Example.com"));
            routes.Command("suffix", () => "yes").Allow(Policy.Domains("ample.com"));
            routes.Command("person", () => "yes").Allow(Policy.People("BOB@example.com"));
            routes.Command("either", () => "yes").Allow(Policy.AnyOf(Policy.People(Bob), Policy.Domains("elsewhere.example")));
            routes.Command("both", () => "yes").Allow(Policy.AllOf(Policy.Domains("example.com"), Policy.People(Bob)));
        }, cancellationToken: Cancelled);

        async Task<string> AskAsync(string who, string what) => (await bot.Person(who).SayAsync(what, Cancelled)).Single().Text;

        (await AskAsync(Alice, "domain")).ShouldBe("yes");
        (await AskAsync(Dave, "domain")).ShouldBe("I am not allowed to do that for you. It is for people with an address at Example.com.");
        (await AskAsync(Alice, "suffix")).ShouldNotBe("yes");
        (await AskAsync(Bob, "person")).ShouldBe("yes");
        (await AskAsync(Alice, "person")).ShouldContain("certain people");
        (await AskAsync(Dave, "either")).ShouldBe("yes");
        (await AskAsync(Bob, "either")).ShouldBe("yes");
        (await AskAsync(Alice, "either")).ShouldContain("certain people, and for people with an address at elsewhere.example");
        (await AskAsync(Bob, "both")).ShouldBe("yes");
        (await AskAsync(Alice, "both")).ShouldNotBe("yes");
        (await AskAsync(Dave, "both")).ShouldNotBe("yes");
    }

    [Fact]
    public async Task Organisations_are_told_by_their_id()
    {
        string? id = null;
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("org", async (BotContext ctx, Person who) => id = (await ctx.People.ReadAsync(who.Id, ctx.Aborted))!.OrganizationId!.Value.Value)
                .Allow(Policy.Everyone),
            cancellationToken: Cancelled);
        await bot.Person(Dave).SayAsync("org", Cancelled);

        await using var other = await TestBot.StartAsync(
            routes => routes.Command("ask", () => "yes").Allow(Policy.Organisations(id!)), cancellationToken: Cancelled);

        (await other.Person(Dave).SayAsync("ask", Cancelled)).Single().Text.ShouldBe("yes");
        (await other.Person(Alice).SayAsync("ask", Cancelled)).Single().Text.ShouldContain("certain organisations");
    }

    [Fact]
    public async Task Members_of_a_space_are_those_who_are_in_it_now_and_of_a_foreign_one_nobody()
    {
        var (garden, foreign) = ("none", "none");
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("water", () => "yes").Allow(Policy.MembersOf(garden));
                routes.Command("spy", () => "yes").Allow(Policy.MembersOf(foreign));
            }, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person(Alice), bot.Person(Bob));
        (await bob.SayAsync("water", Cancelled)).Single().Text.ShouldNotBe("yes");
        garden = await alice.CreateSpaceAsync("Garden", [Bob], Cancelled);
        foreign = (await bob.CallAsync(HttpMethod.Post, "rooms", new { title = "Without the bot" }, Cancelled)).GetProperty("id").GetString()!;
        await bot.RestartAsync(Cancelled);

        (await bob.SayAsync("water", Cancelled)).Single().Text.ShouldBe("yes");
        (await bob.SayAsync("spy", Cancelled)).Single().Text.ShouldNotBe("yes");
        (await bot.Person("carol@example.com").SayAsync("water", Cancelled)).Single().Text.ShouldBe("I am not allowed to do that for you. It is for the people of a certain space.");
        var membership = (await alice.CallAsync(HttpMethod.Get, $"memberships?roomId={garden}&personEmail={Bob}", null, Cancelled)).GetProperty("items")[0].GetProperty("id").GetString();
        await alice.CallAsync(HttpMethod.Delete, $"memberships/{membership}", null, Cancelled);
        (await bob.SayAsync("water", Cancelled)).Single().Text.ShouldNotBe("yes");
    }

    [Fact]
    public async Task Moderators_are_those_of_the_space_where_it_is_said()
    {
        await using var bot = await TestBot.StartAsync(routes => routes.Command("tidy", () => "done").Allow(Policy.Moderators), cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person(Alice), bot.Person(Bob));
        var room = await alice.CreateSpaceAsync("Garden", [Bob], Cancelled);

        (await alice.MentionAsync(room, "tidy", cancellationToken: Cancelled)).Single().Text.ShouldBe("done");
        (await bob.MentionAsync(room, "tidy", cancellationToken: Cancelled)).Single().Text.ShouldContain("the moderators of this space");
        (await bob.SayAsync("tidy", Cancelled)).Single().Text.ShouldContain("the moderators of this space");

        var membership = (await alice.CallAsync(HttpMethod.Get, $"memberships?roomId={room}&personEmail={Bob}", null, Cancelled))
            .GetProperty("items")[0].GetProperty("id").GetString();
        await alice.CallAsync(HttpMethod.Put, $"memberships/{membership}", new { isModerator = true }, Cancelled);

        (await bob.MentionAsync(room, "tidy", cancellationToken: Cancelled)).Single().Text.ShouldBe("done");
    }

    [Fact]
    public async Task A_route_for_one_place_says_so_in_the_other()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Command("secret", () => "pssst").DirectOnly();
            routes.Command("vote", () => "counted").GroupOnly();
        }, cancellationToken: Cancelled);
        var alice = bot.Person(Alice);
        var room = await alice.CreateSpaceAsync("Garden", cancellationToken: Cancelled);

        (await alice.SayAsync("secret", Cancelled)).Single().Text.ShouldBe("pssst");
        (await alice.MentionAsync(room, "secret", cancellationToken: Cancelled)).Single().Text.ShouldContain("Write to me directly");
        (await alice.SayAsync("vote", Cancelled)).Single().Text.ShouldContain("only in a space");
        (await alice.MentionAsync(room, "vote", cancellationToken: Cancelled)).Single().Text.ShouldBe("counted");
    }

    [Fact]
    public async Task A_route_has_a_deadline_of_its_own()
    {
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("hang", (CancellationToken aborted) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted))
                .Deadline(TimeSpan.FromSeconds(1)),
            cancellationToken: Cancelled);

        (await bot.Person(Alice).SayAsync("hang", Cancelled)).Single().Text.ShouldContain("went wrong");
        bot.Log.ShouldContain(line => line.Message.Contains("hang took longer than 00:00:01"));
        bot.ExpectWarnings();
    }
}
