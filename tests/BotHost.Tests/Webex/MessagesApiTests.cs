using System.Text.Json;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class MessagesApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_read()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));

        var message = await bench.Webex.Messages.GetAsync(new MessageId("S1"), Stop);

        message.ShouldSatisfyAllConditions(
            () => message.Id.ShouldBe(new MessageId("S1")),
            () => message.ParentId.ShouldBe(new MessageId("S0")),
            () => message.RoomId.ShouldBe(new RoomId("R1")),
            () => message.RoomType.ShouldBe(RoomType.Group),
            () => (message.Text, message.Markdown, message.Html).ShouldBe(("Bot hi", "**hi**", "<p>hi</p>")),
            () => message.Files.ShouldBe(["https://x.example/v1/contents/C1"]),
            () => (message.PersonId, message.PersonEmail).ShouldBe((new PersonId("P1"), "ann@example.com")),
            () => message.MentionedPeople.ShouldBe([new PersonId("P2"), new PersonId("P3")]),
            () => message.MentionedGroups.ShouldBe(["all"]),
            () => message.Attachments.ShouldHaveSingleItem().Content.GetProperty("version").GetString().ShouldBe("1.3"),
            () => message.Created.ShouldBe(new DateTimeOffset(2024, 10, 18, 14, 26, 16, 203, TimeSpan.Zero)),
            () => message.Updated.ShouldBe(new DateTimeOffset(2024, 10, 18, 14, 27, 16, 101, TimeSpan.Zero)),
            () => message.IsVoiceClip.ShouldBeTrue());
        bench.Only.Line.ShouldBe("GET /v1/messages/S1");
    }

    [Fact]
    public async Task A_message_may_lack_everything_but_its_ids()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"id":"S1","roomId":"R1","personId":"P1","roomType":7,"files":null,"parentId":null}"""));

        var message = await bench.Webex.Messages.GetAsync(new MessageId("S1"), Stop);

        (message.Text, message.ParentId, message.RoomType).ShouldBe((null, null, RoomType.Unknown));
        (message.Files.Count + message.Attachments.Count + message.MentionedPeople.Count + message.MentionedGroups.Count).ShouldBe(0);
    }

    [Fact]
    public async Task Messages_are_listed_with_every_filter()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Message)));
        var before = new DateTimeOffset(2024, 1, 2, 5, 4, 5, 6, TimeSpan.FromHours(2));

        await bench.Webex.Messages
            .ListAsync(new RoomId("R1"), new MessageId("S0"), new PersonId("me"), before, new MessageId("S9"), 20, Stop).ToListAsync(Stop);

        bench.Only.Line.ShouldBe(
            "GET /v1/messages?roomId=R1&parentId=S0&mentionedPeople=me&before=2024-01-02T03%3A04%3A05.006Z&beforeMessage=S9&max=20");
    }

    [Fact]
    public async Task Direct_messages_are_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Message)));

        (await bench.Webex.Messages.ListDirectAsync(null, "ann@example.com", new MessageId("S0"), Stop)).Items.Count.ShouldBe(1);
        await bench.Webex.Messages.ListDirectAsync(new PersonId("P1"), null, null, Stop);
        await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Messages.ListDirectAsync(null, null, null, Stop));

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["GET /v1/messages/direct?personEmail=ann%40example.com&parentId=S0", "GET /v1/messages/direct?personId=P1"]);
    }

    [Fact]
    public async Task A_message_with_a_card_is_posted_in_a_thread()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        var card = JsonElement.Parse("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"ä"}],"nothing":null}""");

        var message = await bench.Webex.Messages.CreateAsync(
            new NewMessage { RoomId = new RoomId("R1"), ParentId = new MessageId("S0"), Markdown = "**hi** <@all>", Attachments = [Attachment.Card(card)] },
            Stop);

        message.Id.ShouldBe(new MessageId("S1"));
        bench.Only.Line.ShouldBe("POST /v1/messages");
        bench.Only.Body.ShouldBeJson(
            """
            {"roomId":"R1","parentId":"S0","markdown":"**hi** <@all>","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive",
             "content":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"ä"}],"nothing":null}}]}
            """);
    }

    [Fact]
    public async Task A_message_is_posted_to_a_person()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));

        await bench.Webex.Messages.CreateAsync(new NewMessage { ToPersonEmail = "ann@example.com", Text = "hi", Files = ["https://f.example/a.png"] }, Stop);
        await bench.Webex.Messages.CreateAsync(new NewMessage { ToPersonId = new PersonId("P1"), Text = "hi" }, Stop);

        bench.Server.Requests[0].Body.ShouldBeJson("""{"toPersonEmail":"ann@example.com","text":"hi","files":["https://f.example/a.png"]}""");
        bench.Server.Requests[1].Body.ShouldBeJson("""{"toPersonId":"P1","text":"hi"}""");
    }

    [Fact]
    public async Task A_message_is_edited()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));

        await bench.Webex.Messages.EditAsync(new MessageId("S1"), new MessageEdit { RoomId = new RoomId("R1"), Markdown = "new" }, Stop);

        bench.Only.Line.ShouldBe("PUT /v1/messages/S1");
        bench.Only.Body.ShouldBeJson("""{"roomId":"R1","markdown":"new"}""");
    }

    [Fact]
    public async Task A_message_is_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));

        await bench.Webex.Messages.DeleteAsync(new MessageId("S1"), Stop);

        bench.Only.Line.ShouldBe("DELETE /v1/messages/S1");
    }
}
