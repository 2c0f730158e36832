using BotHost.Testing;

namespace BotHost.Tests.Conversations;

/// <summary>What the <c>space</c> commands do where it is not plain which space or person is meant.</summary>
public sealed class SpaceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_title_that_two_spaces_have_lists_both_and_an_id_chooses()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("space create Twins", Cancelled);
        var second = await alice.CreateSpaceAsync("twins", cancellationToken: Cancelled);

        var choices = (await alice.SayAsync("space add bob@example.com in \"Twins\"", Cancelled)).ShouldHaveSingleItem().Text;
        choices.ShouldContain("Several spaces");
        choices.ShouldContain(second);

        (await alice.SayAsync($"space add bob@example.com in \"{second}\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("bob@example.com: added");
        (await alice.MembersAsync(second, Cancelled)).ShouldContain("bob@example.com");
    }

    [Fact]
    public async Task A_title_that_is_only_nearly_right_suggests_and_does_nothing()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("space create Launch party", Cancelled);

        (await alice.SayAsync("space delete in \"Launch\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Did you mean:\nLaunch party");

        (await alice.SpacesAsync(Cancelled)).ShouldBe(["Launch party"]);
    }

    [Fact]
    public async Task Who_names_the_first_moderators_stays_one_and_a_member_is_promoted()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("space create Orchard", Cancelled);
        await alice.SayAsync("space add bob@example.com in Orchard", Cancelled);

        (await alice.SayAsync("space add bob@example.com carol@example.com in Orchard --moderator", Cancelled)).ShouldHaveSingleItem().Text
            .ShouldBe("Orchard\nbob@example.com: is a moderator now\ncarol@example.com: added as a moderator\nalice@example.com: is a moderator now");

        (await alice.SayAsync("space rename Garden in Orchard", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("We are alone here");
        (await alice.SayAsync("space rename Garden in \"Orchard\"", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Orchard is called Garden now.");
        (await bot.Person("bob@example.com").SayAsync("space remove carol@example.com in Garden", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Removed Carol Clark from Garden.");
    }

    [Fact]
    public async Task Text_that_happens_to_end_like_a_clause_is_posted_whole()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Here", cancellationToken: Cancelled);

        var posted = (await alice.MentionAsync(room, "space post We go live in production", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        posted.Text.ShouldContain("We go live in production");
        posted.Text.ShouldContain("alice@example.com");
    }

    [Fact]
    public async Task What_is_posted_for_somebody_mentions_nobody()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Here", ["bob@example.com"], Cancelled);

        var posted = (await alice.MentionAsync(room, "space post `<@all>` and \\<@personEmail:bob@example.com>", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        posted.Json.TryGetProperty("mentionedPeople", out _).ShouldBeFalse();
        posted.Json.TryGetProperty("mentionedGroups", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Deleting_the_space_one_is_in_says_nothing_more_and_logs_nothing_wrong()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Here", cancellationToken: Cancelled);
        var question = (await alice.MentionAsync(room, "space delete", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        await Should.ThrowAsync<HttpRequestException>(() => alice.PressAsync(question, "Yes", cancellationToken: Cancelled));
        await bot.QuietAsync(Cancelled);

        (await alice.SpacesAsync(Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Declining_leaves_the_space_and_a_second_answer_is_too_late()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("space create Mine", Cancelled);
        var question = (await alice.SayAsync("space delete in \"Mine\"", Cancelled)).ShouldHaveSingleItem();

        await alice.PressAsync(question, "No", cancellationToken: Cancelled);

        (await alice.PressAsync(question, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("used already");
        (await alice.SpacesAsync(Cancelled)).ShouldBe(["Mine"]);
    }

    [Fact]
    public async Task The_buttons_of_help_do_what_they_say_again_and_again()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var room = await alice.CreateSpaceAsync("Here", ["bob@example.com"], Cancelled);
        var help = (await alice.MentionAsync(room, "help", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        foreach (var person in new[] { alice, bob, alice })
        {
            var pong = (await person.PressAsync(help, "ping", cancellationToken: Cancelled)).ShouldHaveSingleItem();
            pong.Text.ShouldBe("pong");
            pong.ParentId.ShouldBe(help.ParentId);
        }
    }

    [Fact]
    public async Task A_form_with_an_error_can_be_sent_again()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var form = (await alice.SayAsync("new space", Cancelled)).ShouldHaveSingleItem();

        var again = (await alice.PressAsync(form, form.Buttons[0], new { title = " ", people = "bob@example.com" }, Cancelled)).ShouldHaveSingleItem();
        again.Text.ShouldContain("Title");
        (await alice.SpacesAsync(Cancelled)).ShouldBeEmpty();
        (await alice.PressAsync(again, again.Buttons[0], new { title = "Second try" }, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("bob@example.com: added");
    }
}
