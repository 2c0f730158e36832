using System.Text.Json;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class MessageLimitsTests
{
    private static readonly RoomId Room = new("R1");
    private static readonly Attachment Card = Attachment.Card(JsonElement.Parse("{}"));

    [Fact]
    public void As_much_text_as_Webex_takes_passes()
    {
        new NewMessage { RoomId = Room, Text = new string('a', 7439), Markdown = new string('€', 2479) }.Check();
        new MessageEdit { RoomId = Room, Text = new string('a', 7439) }.Check();
    }

    [Fact]
    public void A_byte_more_is_refused_with_advice() =>
        Refused(new NewMessage { RoomId = Room, Text = new string('a', 7440) }).ShouldBe(
            "Text is 7440 bytes long and Webex takes 7439. Shorten it, or post it as several messages or as a file.");

    [Fact]
    public void It_is_bytes_that_count() => Refused(new MessageEdit { RoomId = Room, Markdown = new string('€', 2480) }).ShouldContain("7440 bytes");

    [Fact]
    public void One_card_and_one_file_a_message()
    {
        Refused(new NewMessage { RoomId = Room, Text = "t", Attachments = [Card, Card] }).ShouldContain("Post one message for each.");
        Refused(new NewMessage { RoomId = Room, Files = ["https://a.example/1", "https://a.example/2"] }).ShouldContain("Files has 2 entries");
    }

    [Fact]
    public void One_destination_a_message()
    {
        Refused(new NewMessage { Text = "t" }).ShouldContain("this one has 0");
        Refused(new NewMessage { Text = "t", RoomId = Room, ToPersonEmail = "ann@example.com" }).ShouldContain("this one has 2");
    }

    [Fact]
    public void Some_content_a_message()
    {
        Refused(new NewMessage { RoomId = Room, Text = "", Files = [] }).ShouldContain("Set Text, Markdown, File, Files or Attachments.");
        Refused(new MessageEdit { RoomId = Room }).ShouldContain("delete the message instead");
        new NewMessage { RoomId = Room, Attachments = [Card] }.Check();
    }

    [Fact]
    public async Task What_is_refused_never_leaves()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Message));
        var tooLong = new string('a', 7440);
        var stop = TestContext.Current.CancellationToken;

        await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Messages.CreateAsync(new NewMessage { RoomId = Room, Text = tooLong }, stop));
        await Should.ThrowAsync<ArgumentException>(
            () => bench.Webex.Messages.EditAsync(new MessageId("S1"), new MessageEdit { RoomId = Room, Text = tooLong }, stop));

        bench.Server.Requests.ShouldBeEmpty();
    }

    private static string Refused(ICheckedRequest request) => Should.Throw<ArgumentException>(request.Check).Message;
}
