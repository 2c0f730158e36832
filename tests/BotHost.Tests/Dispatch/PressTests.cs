using System.Text;
using System.Text.Json.Nodes;
using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Dispatch;

/// <summary>Presses as they should not be: by bots, at once, forged, elsewhere.</summary>
public sealed class PressTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bots_press_does_not_use_a_card_up()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Vote", ["echo@webex.bot"], Cancelled);
        var card = (await alice.MentionAsync(room, "ask <@personEmail:echo@webex.bot>", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        await bot.Person("echo@webex.bot").CallAsync(HttpMethod.Post, "attachment/actions", new
        {
            type = "submit",
            messageId = card.Id,
            inputs = card.Card!.Value.GetProperty("actions")[0].GetProperty("data"),
        }, Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.PressAsync(card, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Counted.");
    }

    [Fact]
    public async Task Of_presses_at_the_same_time_a_once_card_counts_one()
    {
        await using var bot = await StartAsync();
        var (alice, bob, carol) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"), bot.Person("carol@example.com"));
        var room = await alice.CreateSpaceAsync("Vote", ["bob@example.com", "carol@example.com"], Cancelled);
        var card = (await alice.MentionAsync(room, "vote", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        await Task.WhenAll(new[] { alice, bob, carol, alice, bob, carol }.Select(person => person.PressAsync(card, "Yes", cancellationToken: Cancelled)));

        var answers = (await alice.MessagesAsync(room, Cancelled)).Where(m => m.ParentId == card.ParentId && m.Card is null && m.PersonEmail == TestBot.BotEmail);
        answers.Count(m => m.Text == "Counted.").ShouldBe(1);
        answers.Count(m => m.Text.Contains("used already")).ShouldBe(5);
    }

    [Fact]
    public async Task A_press_of_one_room_with_the_nonce_of_another_does_nothing()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var (here, there) = (await alice.CreateSpaceAsync("Here", cancellationToken: Cancelled), await alice.CreateSpaceAsync("There", cancellationToken: Cancelled));
        var mine = (await alice.MentionAsync(here, "vote", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        var other = (await alice.MentionAsync(there, "vote", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        var sameRoom = (await alice.MentionAsync(here, "vote", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        var data = JsonNode.Parse(mine.Card!.Value.GetProperty("actions")[0].GetProperty("data").GetRawText())!.AsObject();

        (await alice.SubmitAsync(other, data.DeepClone().AsObject(), Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("do not know that card");
        (await alice.SubmitAsync(sameRoom, data.DeepClone().AsObject(), Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("do not know that card");
        data["_submit"] = "space.delete";
        (await alice.SubmitAsync(mine, data, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("do not know that card");
    }

    [Fact]
    public async Task A_card_the_handler_posted_by_itself_in_a_direct_room_is_answered_outside_threads()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var card = (await alice.SayAsync("post", Cancelled)).ShouldHaveSingleItem();

        (await alice.PressAsync(card, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().ParentId.ShouldBeNull();
    }

    [Fact]
    public async Task An_input_that_is_there_twice_is_no_fault()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var card = (await alice.SayAsync("vote", Cancelled)).ShouldHaveSingleItem();
        var data = card.Card!.Value.GetProperty("actions")[0].GetProperty("data").GetRawText();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/attachment/actions")
        {
            Content = new StringContent(
                $$"""{"type":"submit","messageId":"{{card.Id}}","inputs":{"x":1,"x":2,{{data[1..]}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", "Bearer " + alice.Account.Token);
        (await bot.Http.SendAsync(request, Cancelled)).EnsureSuccessStatusCode();

        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Counted.");
    }

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(
        routes =>
        {
            routes.Command("vote", Vote);
            routes.Command("post", (BotContext context) => context.Messages.PostAsync(context.Room.Id, Vote(), context.Aborted) as Task);
            // A bot sees a card where it is mentioned.
            routes.Command("ask", (Mention voter) => Reply.Markdown($"{voter}").With(Vote()));
            routes.Submit("vote", () => "Counted.");
        }, cancellationToken: Cancelled);

    private static Card Vote() => new Card("Vote").Submit("Yes", "vote").Once();
}
