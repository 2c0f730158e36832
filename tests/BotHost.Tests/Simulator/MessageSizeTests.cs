using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class MessageSizeTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task A_message_is_at_most_7439_bytes(string field)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Carol);
        (await webex.Carol.PostAsync("messages", With(new string('€', 2479)))).Ok();
        var message = (await webex.Carol.PostAsync("messages", With(new string('x', 7439)))).Ok().Text("id");
        const string tooBig = "Unable to post message to room: \"The request payload is too big\"";
        (await webex.Carol.PostAsync("messages", With(new string('x', 7440)))).Refused(400, tooBig);
        (await webex.Carol.PutAsync($"messages/{message}", With(new string('x', 7440)))).Refused(400, tooBig);
        (await webex.Carol.PostAsync("messages", With(new string('x', 1_100_000)))).Refused(400, tooBig);

        JsonElement With(string value) => JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["roomId"] = room, [field] = value });
    }
}
