using BotHost.Testing;

namespace BotHost.Tests.Access;

/// <summary>Dave, of another organisation, gets nothing; nor does a colleague who is not in the space, or is no moderator.</summary>
public sealed class StrangerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ping")]
    [InlineData("help")]
    [InlineData("whoami")]
    [InlineData("space create Mine")]
    [InlineData("space add dave@elsewhere.example in \"Secret\"")]
    [InlineData("space remove alice@example.com in \"Secret\"")]
    [InlineData("space list")]
    [InlineData("space rename x in \"Secret\"")]
    [InlineData("space post x in \"Secret\"")]
    [InlineData("space delete in \"Secret\"")]
    [InlineData("new space")]
    [InlineData("space add")]
    public async Task A_stranger_is_refused_before_anything_is_read(string command)
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        await bot.Person("alice@example.com").CreateSpaceAsync("Secret", cancellationToken: Cancelled);

        var answer = (await bot.Person("dave@elsewhere.example").SayAsync(command, Cancelled)).ShouldHaveSingleItem();

        answer.Text.ShouldContain("not allowed");
        answer.Text.ShouldNotContain("Secret");
        answer.Card.ShouldBeNull();
        (await bot.Person("alice@example.com").SpacesAsync(Cancelled)).ShouldBe(["Secret"]);
    }

    [Fact]
    public async Task A_stranger_in_the_space_is_refused_there_and_at_its_cards()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, dave) = (bot.Person("alice@example.com"), bot.Person("dave@elsewhere.example"));
        var room = await alice.CreateSpaceAsync("Shared", ["dave@elsewhere.example"], Cancelled);

        (await dave.MentionAsync(room, "ping", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("not allowed");

        var question = (await alice.MentionAsync(room, "space delete", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        (await dave.PressAsync(question, question.Buttons[0], cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("for the person who asked");
        var help = (await alice.MentionAsync(room, "help", cancellationToken: Cancelled)).Last();
        foreach (var button in help.Buttons)
            (await dave.PressAsync(help, button, cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("not allowed");
        (await alice.SpacesAsync(Cancelled)).ShouldBe(["Shared"]);
    }

    [Theory]
    [InlineData("space add carol@example.com in \"Alice's\"")]
    [InlineData("space post hi in \"Alice's\"")]
    [InlineData("space rename x in \"Alice's\"")]
    [InlineData("space delete in \"Alice's\"")]
    public async Task A_space_one_is_not_in_does_not_exist(string command)
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        await bot.Person("alice@example.com").CreateSpaceAsync("Alice's", cancellationToken: Cancelled);

        (await bot.Person("bob@example.com").SayAsync(command, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("no such space");
        (await bot.Person("bob@example.com").SayAsync("space list", Cancelled)).ShouldHaveSingleItem().Text.ShouldNotContain("Alice's");
    }

    [Theory]
    [InlineData("space remove alice@example.com in \"Ours\"")]
    [InlineData("space rename x in \"Ours\"")]
    [InlineData("space delete in \"Ours\"")]
    [InlineData("space add carol@example.com in \"Ours\" --moderator")]
    public async Task A_member_may_not_do_what_takes_the_creator_or_a_moderator(string command)
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await alice.SayAsync("space create Ours", Cancelled);
        await alice.SayAsync("space add bob@example.com in \"Ours\"", Cancelled);

        (await bob.SayAsync(command, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Only who created");

        await alice.SayAsync("space add bob@example.com in \"Ours\"", Cancelled);
        (await alice.SpacesAsync(Cancelled)).ShouldBe(["Ours"]);
    }

    [Fact]
    public async Task In_a_moderated_space_the_moderators_may_and_its_creator_no_longer()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await alice.SayAsync("space create Ours", Cancelled);
        (await alice.SayAsync("space add bob@example.com in \"Ours\" --moderator", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("moderator");
        await UnmakeModeratorAsync(bob, alice);

        (await alice.SayAsync("space rename Mine in \"Ours\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("has moderators");
        (await bob.SayAsync("space rename Bobs in \"Ours\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Bobs");
    }

    [Fact]
    public async Task A_confirmation_is_judged_again_when_it_is_pressed()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        await alice.SayAsync("space create Ours", Cancelled);
        var question = (await alice.SayAsync("space delete in \"Ours\"", Cancelled)).ShouldHaveSingleItem();
        await alice.SayAsync("space add bob@example.com in \"Ours\" --moderator", Cancelled);
        await UnmakeModeratorAsync(bob, alice);

        (await alice.PressAsync(question, question.Buttons[0], cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("has moderators");
        (await bob.SpacesAsync(Cancelled)).ShouldBe(["Ours"]);
    }

    [Fact]
    public async Task Until_an_organisation_is_named_everybody_is_refused_and_the_log_says_what_to_set()
    {
        await using var bot = await TestBot.StartAsync(settings: [("Access:Organisations", "")], cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("not set up");

        bot.Log.ShouldContain(line => line.Message.Contains("Access:Organisations") && line.Message.Contains(alice.Account.OrgId));
        bot.ExpectWarnings();
    }

    [Theory]
    [InlineData("Everyone", "", "dave@elsewhere.example", "pong")]
    [InlineData("People", "dave@ELSEWHERE.example", "dave@elsewhere.example", "pong")]
    [InlineData("People", "dave@elsewhere.example", "alice@example.com", "not allowed")]
    [InlineData("People", "xdave@elsewhere.example;ave@elsewhere.example", "dave@elsewhere.example", "not allowed")]
    [InlineData("Nobody", "", "alice@example.com", "not allowed")]
    public async Task The_default_policy_is_a_setting(string policy, string people, string who, string expected)
    {
        await using var bot = await TestBot.StartAsync(settings: [("Access:Default", policy), ("Access:People", people)], cancellationToken: Cancelled);

        (await bot.Person(who).SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain(expected);
    }

    private static async Task UnmakeModeratorAsync(TestPerson by, TestPerson whom)
    {
        var room = (await by.CallAsync(HttpMethod.Get, "rooms?type=group", null, Cancelled)).GetProperty("items").EnumerateArray().Single().GetProperty("id");
        var found = await by.CallAsync(HttpMethod.Get, $"memberships?roomId={room}&personEmail={whom.Account.Email}", null, Cancelled);
        var id = found.GetProperty("items").EnumerateArray().Single().GetProperty("id");
        await by.CallAsync(HttpMethod.Put, $"memberships/{id}", new { isModerator = false }, Cancelled);
    }
}
