namespace BotHost.Tests.Simulator;

public sealed class MessagesTests
{
    [Fact]
    public async Task What_is_posted_is_what_is_read()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var posted = (await webex.Alice.PostAsync("messages", new { roomId = room, markdown = "**hi** there" })).Ok();
        posted.Text("text").ShouldBe("hi there");
        posted.Text("markdown").ShouldBe("**hi** there");
        posted.Text("html").ShouldBe("<p><strong>hi</strong> there</p>");
        posted.Text("personEmail").ShouldBe("alice@example.com");
        posted.Text("roomType").ShouldBe("group");
        posted.Has("updated").ShouldBeFalse();
        posted.Has("mentionedPeople").ShouldBeFalse();
        (await webex.Alice.GetAsync($"messages/{posted.Text("id")}")).Ok().Body.GetRawText().ShouldBe(posted.Body.GetRawText());
    }

    [Fact]
    public async Task Plain_text_is_kept_verbatim()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var posted = (await webex.Alice.PostAsync("messages", new { roomId = room, text = "**not** <@all> bold\n\n- \"ü\"" })).Ok();
        posted.Text("text").ShouldBe("**not** <@all> bold\n\n- \"ü\"");
        posted.Has("markdown").ShouldBeFalse();
        posted.Has("html").ShouldBeFalse();
        posted.Has("mentionedGroups").ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_posted_is_refused_in_the_words_of_webex()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        const string destination = "Exactly one of the destination fields must not be empty (roomId, toPersonEmail, toPersonId)";
        (await webex.Alice.PostAsync("messages", new { text = "x" })).Refused(400, destination);
        (await webex.Alice.PostAsync("messages", new { roomId = room, toPersonEmail = "bob@example.com", text = "x" })).Refused(400, destination);
        (await webex.Alice.PostAsync("messages", new { roomId = room })).Refused(400, "Both text and file cannot be empty.");
        (await webex.Alice.PostAsync("messages", new { roomId = "nonsense", text = "x" })).Refused(404, "The requested resource could not be found.");
        (await webex.Bob.PostAsync("messages", new { roomId = room, text = "x" })).Refused(404);
        (await webex.Alice.PostAsync("messages", new { toPersonEmail = "alice@example.com", text = "x" })).Refused(400);
        (await webex.Alice.GetAsync("messages")).Refused(400, "Required String parameter 'roomId' is not present");
        (await webex.Alice.GetAsync("messages/nonsense")).Refused(404, "Unable to get message.");
    }

    [Theory]
    [InlineData(7439, 200)]
    [InlineData(7440, 400)]
    public async Task The_limit_is_in_bytes(int bytes, int status)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var text = new string('€', 2479) + new string('x', bytes - (2479 * 3));
        ((int)(await webex.Alice.PostAsync("messages", new { roomId = room, text })).Status).ShouldBe(status);
        ((int)(await webex.Alice.PostAsync("messages", new { roomId = room, markdown = text })).Status).ShouldBe(status);
    }

    [Fact]
    public async Task The_first_message_to_a_person_opens_the_direct_room_and_the_next_finds_it()
    {
        await using var webex = await LocalWebex.StartAsync();
        var first = (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bothost@webex.bot", text = "hi" })).Ok();
        first.Text("toPersonEmail").ShouldBe("bothost@webex.bot");
        first.Text("roomType").ShouldBe("direct");
        var answer = (await webex.Bot.PostAsync("messages", new { toPersonId = webex.Alice.Id, text = "hello" })).Ok();
        answer.Text("toPersonId").ShouldBe(webex.Alice.Id);
        answer.Text("roomId").ShouldBe(first.Text("roomId"));
        (await webex.Bot.GetAsync("messages/direct?personEmail=alice@example.com")).Ok().Items.Count.ShouldBe(2);
        (await webex.Bob.GetAsync("messages/direct?personEmail=alice@example.com")).Refused(404);
    }

    [Fact]
    public async Task Messages_of_one_instant_still_have_an_order()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        var room = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(room, "1");
        var second = await webex.Alice.SayAsync(room, "2");
        await webex.Alice.SayAsync(room, "3");
        var all = (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items;
        all.Select(message => message.GetProperty("text").GetString()).ShouldBe(["3", "2", "1"]);
        all.Select(message => message.GetProperty("created").GetString()).Distinct().Count().ShouldBe(3);
        (await webex.Alice.GetAsync($"messages?roomId={room}&beforeMessage={second}")).Ok().Items.Single().GetProperty("text").GetString().ShouldBe("1");
        (await webex.Alice.GetAsync($"messages?roomId={room}&before={all[1].GetProperty("created")}")).Ok().Items.Single().GetProperty("text").GetString().ShouldBe("1");
        (await webex.Alice.GetAsync($"messages?roomId={room}&before=yesterday")).Refused(400);
    }

    [Fact]
    public async Task A_reply_belongs_to_the_root_of_its_thread()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var other = await webex.RoomAsync(webex.Alice);
        var root = await webex.Alice.SayAsync(room, "root");
        var reply = (await webex.Alice.PostAsync("messages", new { roomId = room, parentId = root, text = "reply" })).Ok();
        reply.Text("parentId").ShouldBe(root);

        (await webex.Alice.PostAsync("messages", new { roomId = room, parentId = reply.Text("id"), text = "x" })).Refused(400);
        (await webex.Alice.PostAsync("messages", new { roomId = other, parentId = root, text = "x" })).Refused(400);
        (await webex.Alice.PostAsync("messages", new { roomId = room, parentId = "nonsense", text = "x" })).Refused(400);
        (await webex.Alice.PostAsync("messages", new { toPersonId = webex.Carol.Id, parentId = root, text = "x" })).Refused(400);
        (await webex.Carol.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();

        (await webex.Alice.GetAsync($"messages?roomId={room}&parentId={root}")).Ok().Items.Single().GetProperty("text").GetString().ShouldBe("reply");
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reply_to_a_reply_may_be_taken_for_one_to_the_root()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:ReplyToReplyIsRewritten", "true"));
        var room = await webex.RoomAsync(webex.Alice);
        var root = await webex.Alice.SayAsync(room, "root");
        var reply = (await webex.Alice.PostAsync("messages", new { roomId = room, parentId = root, text = "reply" })).Ok().Text("id");
        (await webex.Alice.PostAsync("messages", new { roomId = room, parentId = reply, text = "x" })).Ok().Text("parentId").ShouldBe(root);
    }

    [Fact]
    public async Task An_author_edits_up_to_ten_times()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var message = await webex.Alice.SayAsync(room, "one **and**");
        (await webex.Bob.PutAsync($"messages/{message}", new { roomId = room, text = "x" })).Refused(403);
        (await webex.Alice.PutAsync($"messages/{message}", new { text = "x" })).Refused(400);
        (await webex.Alice.PutAsync($"messages/{message}", new { roomId = room })).Refused(400);

        var edited = (await webex.Alice.PutAsync($"messages/{message}", new { roomId = room, text = "two" })).Ok();
        edited.Text("text").ShouldBe("two");
        edited.Has("html").ShouldBeFalse();
        edited.Has("updated").ShouldBeTrue();
        for (var edit = 2; edit <= 10; edit++) (await webex.Alice.PutAsync($"messages/{message}", new { roomId = room, text = $"{edit}" })).Ok();
        (await webex.Alice.PutAsync($"messages/{message}", new { roomId = room, text = "eleven" })).Refused(400);
        (await webex.Bob.GetAsync($"messages/{message}")).Ok().Text("text").ShouldBe("10");
    }

    [Fact]
    public async Task Only_the_author_deletes_where_nobody_moderates()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Bob, webex.Carol);
        var message = await webex.Bob.SayAsync(room, "mine");
        (await webex.Carol.DeleteAsync($"messages/{message}")).Refused(403);
        (await webex.Bob.DeleteAsync($"messages/{message}")).Deleted();
        (await webex.Bob.GetAsync($"messages/{message}")).Refused(404);
        (await webex.Bob.DeleteAsync($"messages/{message}")).Refused(404);
    }
}
