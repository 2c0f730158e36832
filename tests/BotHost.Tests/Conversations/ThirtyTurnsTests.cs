using BotHost.Testing;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Conversations;

/// <summary>A long conversation in the three ways of talking, as people have it: over HTTP, through the local Webex.</summary>
public sealed class ThirtyTurnsTests
{
    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_person_talks_to_the_bot_in_a_space_directly_and_through_cards(string provider)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var store = await TestStore.NewAsync(provider, cancelled);
        await using var bot = await TestBot.StartAsync(settings: store.Settings, cancellationToken: cancelled);
        var alice = bot.Person("alice@example.com");
        var bob = bot.Person("bob@example.com");
        var room = await alice.CreateSpaceAsync("Project Ünicorn 🦄", ["bob@example.com"], cancelled);

        // Directly.
        await Says("ping", "pong");
        await Says("  PING  ", "pong");
        await Says("ping\u00a0", "pong");
        await Says("pnig", "ping");
        await Says("ping pong", "ping");
        await Says("help", "space create");
        await Says("help remind", "remind every");
        await Says("whoami", "Alice");
        await Says("space create", "space create");
        await Says("space create \"Launch party\"", "Launch party");
        await Says("SPACE  create\u2003Größe & Ärger <b>x</b> 🎉", "Größe & Ärger <b>x</b> 🎉");
        await Says("space create **not bold** [x](javascript:alert(1)) <@all>", "**not bold** [x](javascript:alert(1)) <@all>");
        await Says("space list", "Launch party");
        await Says("space list unicorn", "contains");
        await Says("space add bob@example.com carol@example.com in \"launch PARTY\"", "carol@example.com: added");
        await Says("space add bob@example.com in “Launch party”", "is in it already");
        await Says("space add nonsense in \"Launch party\"", "space add");
        await Says("space add bob@example.com in \"No such space\"", "no such space");
        await Says("space rename \"Farewell party\" in \"Launch party\"", "Farewell party");
        await Says("space post line one\nline **two** in \"Farewell party\"", "Posted");
        await Says("space remove carol@example.com in \"Farewell party\"", "Removed");
        await Says("space post hello", "alone");
        await Says(new string('é', 3000), "help");
        await Says("\u202e\u200b", "help");
        await Says("'; DROP TABLE events; --", "help");
        (await alice.SpacesAsync(cancelled)).ShouldContain("Farewell party");

        // In a space: in the thread of the message, the mention anywhere.
        var answer = (await alice.MentionAsync(room, "ping", cancellationToken: cancelled)).ShouldHaveSingleItem();
        answer.Text.ShouldBe("pong");
        answer.ParentId.ShouldNotBeNull();
        (await alice.MentionAsync(room, "Ping", parentId: answer.ParentId, cancellationToken: cancelled)).ShouldHaveSingleItem().ParentId.ShouldBe(answer.ParentId);
        (await Post("ping <@personEmail:bothost@webex.bot>")).ShouldBe("pong");
        (await Post("<@personEmail:bothost@webex.bot>\nping")).ShouldBe("pong");
        (await Post("<@personEmail:bothost@webex.bot>: space rename Renamed <@personEmail:bob@example.com>")).ShouldContain("Bob");
        (await Post("<@personEmail:bothost@webex.bot>")).ShouldContain("help");
        (await Post("<@personEmail:bothost@webex.bot> space add <@personEmail:bob@example.com|Bob> carol@example.com")).ShouldBe("Renamed Bob Brown\nBob: is in it already\ncarol@example.com: added");
        (await alice.MembersAsync(room, cancelled)).ShouldContain("carol@example.com");
        (await bob.MentionAsync(room, "space rename Bobland", cancellationToken: cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Only who created");

        // Through cards.
        var form = (await alice.SayAsync("new space", cancelled)).ShouldHaveSingleItem();
        var made = await alice.PressAsync(form, form.Buttons[0], new
        {
            title = "From a card",
            people = "bob@example.com, dave@elsewhere.example\nnobody",
            message = "Welcome!\n\n- read this",
        }, cancelled);
        made.ShouldHaveSingleItem().Text.ShouldContain("nobody: not an e-mail address");
        (await alice.SpacesAsync(cancelled)).ShouldContain("From a card");
        (await alice.PressAsync(form, form.Buttons[0], new { title = "Again" }, cancelled)).ShouldHaveSingleItem().Text.ShouldContain("used already");

        var question = (await alice.SayAsync("space delete in \"From a card\"", cancelled)).ShouldHaveSingleItem();
        question.Text.ShouldContain("From a card");
        (await alice.SpacesAsync(cancelled)).ShouldContain("From a card");
        await alice.PressAsync(question, question.Buttons[0], cancellationToken: cancelled);
        (await alice.SpacesAsync(cancelled)).ShouldNotContain("From a card");

        async Task Says(string text, string expected) =>
            string.Join('\n', (await alice.SayAsync(text, cancelled)).Select(m => m.Text)).ShouldContain(expected, Case.Insensitive, $"said: {text}");

        async Task<string> Post(string markdown) =>
            (await alice.PostAsync(new { roomId = room, markdown }, cancelled)).ShouldHaveSingleItem().Text;
    }
}
