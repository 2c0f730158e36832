namespace BotHost.Tests.Simulator;

public sealed class CardsTests
{
    private static readonly object Card = new
    {
        contentType = "application/vnd.microsoft.card.adaptive",
        content = new { type = "AdaptiveCard", version = "1.0", unknown = 7, body = Array.Empty<object>() },
    };

    [Fact]
    public async Task A_card_is_posted_pressed_and_read_by_the_bot()
    {
        await using var webex = await LocalWebex.StartAsync();
        var (room, card) = await CardAsync(webex);
        var pressed = (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = new { name = "Ann", v = 1 } })).Ok();
        pressed.Text("personId").ShouldBe(webex.Alice.Id);
        pressed.Text("roomId").ShouldBe(room);
        pressed.Text("messageId").ShouldBe(card);
        pressed.Body.GetProperty("inputs").GetRawText().ShouldBe("""{"name":"Ann","v":1}""");
        (await webex.Bot.GetAsync($"attachment/actions/{pressed.Text("id")}")).Ok().Body.GetRawText().ShouldBe(pressed.Body.GetRawText());
    }

    [Fact]
    public async Task Others_do_not_see_what_was_submitted()
    {
        await using var webex = await LocalWebex.StartAsync();
        var (_, card) = await CardAsync(webex);
        var action = (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = new { } })).Ok().Text("id");
        (await webex.Bob.GetAsync($"attachment/actions/{action}")).Refused(404);
        (await webex.Dave.GetAsync($"attachment/actions/{action}")).Refused(404);
        (await webex.Bot.GetAsync("attachment/actions/unknown")).Refused(404);
        (await webex.Dave.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = new { } })).Refused(404);
    }

    [Fact]
    public async Task What_is_no_submit_is_refused()
    {
        await using var webex = await LocalWebex.StartAsync();
        var (room, card) = await CardAsync(webex);
        var plain = await webex.Alice.SayAsync(room, "no card");
        (await webex.Alice.PostAsync("attachment/actions", new { type = "open", messageId = card, inputs = new { } })).Refused(400);
        (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", inputs = new { } })).Refused(400);
        (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", messageId = card })).Refused(400);
        (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = "x" })).Refused(400);
        (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", messageId = plain, inputs = new { } })).Refused(400);
    }

    [Fact]
    public async Task A_message_has_one_card_and_is_then_not_edited()
    {
        await using var webex = await LocalWebex.StartAsync();
        var (room, card) = await CardAsync(webex);
        (await webex.Bot.GetAsync($"messages/{card}")).Ok().Body.GetProperty("attachments")[0].GetProperty("content").GetProperty("unknown").GetInt32().ShouldBe(7);
        (await webex.Bot.PutAsync($"messages/{card}", new { roomId = room, text = "x" })).Refused(400);
        (await webex.Bot.PostAsync("messages", new { roomId = room, text = "x", attachments = new[] { Card, Card } })).Refused(400);
        (await webex.Bot.PostAsync("messages", new { roomId = room, text = "x", attachments = new[] { new { contentType = "text/plain" } } })).Refused(400);
        (await webex.Bot.PostAsync("messages", new { roomId = room, attachments = new[] { Card } })).Ok().Has("text").ShouldBeFalse();
    }

    private static async Task<(string Room, string Card)> CardAsync(LocalWebex webex)
    {
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Bot);
        return (room, (await webex.Bot.PostAsync("messages", new { roomId = room, markdown = "a card", attachments = new[] { Card } })).Ok().Text("id"));
    }
}
