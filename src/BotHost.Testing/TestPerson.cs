using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Testing;

/// <summary>A person at the local Webex: writes, mentions, presses buttons, and sees what the bot answers.</summary>
public sealed class TestPerson(TestBot bot, WebexAccount account)
{
    /// <summary>Their account.</summary>
    public WebexAccount Account => account;

    /// <summary>Writes to the bot directly, and returns what it answered.</summary>
    public Task<IReadOnlyList<TestMessage>> SayAsync(string text, CancellationToken cancellationToken = default) =>
        PostAsync(new { toPersonEmail = TestBot.BotEmail, text }, cancellationToken);

    /// <summary>Writes to the bot directly, with a file, and returns what it answered.</summary>
    public Task<IReadOnlyList<TestMessage>> SayAsync(string text, TestFile file, CancellationToken cancellationToken = default) =>
        PostAsync(new MultipartFormDataContent { { new StringContent(TestBot.BotEmail), "toPersonEmail" }, { new StringContent(text), "text" }, Part(file) }, cancellationToken);

    /// <summary>Mentions the bot in a space and says something, and returns what it answered there.</summary>
    public Task<IReadOnlyList<TestMessage>> MentionAsync(string roomId, string markdown, string? parentId = null, CancellationToken cancellationToken = default) =>
        PostAsync(new { roomId, markdown = $"<@personEmail:{TestBot.BotEmail}> {markdown}", parentId }, cancellationToken);

    /// <summary>Posts a message as the REST API takes it (JSON, or any <see cref="HttpContent"/>), and returns what the bot wrote into that room because of it.</summary>
    public async Task<IReadOnlyList<TestMessage>> PostAsync(object message, CancellationToken cancellationToken = default)
    {
        var posted = await CallAsync(HttpMethod.Post, "messages", message, cancellationToken);
        return await AnswersAsync(posted.GetProperty("roomId").GetString()!, posted.GetProperty("id").GetString()!, cancellationToken);
    }

    /// <summary>
    /// Presses a card's button, as a Webex client does: the inputs as they were filled in, merged with the button's own data. Returns
    /// what the bot wrote into the room because of it.
    /// </summary>
    /// <param name="button">The button's title.</param>
    /// <param name="inputs">Values by input id.</param>
    public Task<IReadOnlyList<TestMessage>> PressAsync(
        TestMessage card, string button, object? inputs = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(card, card.Press(button, inputs), cancellationToken);

    /// <summary>Submits any inputs to a card, as the REST API allows, and returns what the bot wrote because of it.</summary>
    public async Task<IReadOnlyList<TestMessage>> SubmitAsync(TestMessage card, JsonObject inputs, CancellationToken cancellationToken = default)
    {
        var before = await MessagesAsync(card.RoomId, cancellationToken);
        await CallAsync(HttpMethod.Post, "attachment/actions", new { type = "submit", messageId = card.Id, inputs }, cancellationToken);
        return await AnswersAsync(card.RoomId, before.Count > 0 ? before[0].Id : card.Id, cancellationToken);
    }

    /// <summary>Makes a space with these people in it, the bot among them, and returns its id.</summary>
    public async Task<string> CreateSpaceAsync(string title, IEnumerable<string>? with = null, CancellationToken cancellationToken = default)
    {
        var room = (await CallAsync(HttpMethod.Post, "rooms", new { title }, cancellationToken)).GetProperty("id").GetString()!;
        foreach (var personEmail in (with ?? []).Prepend(TestBot.BotEmail))
            await CallAsync(HttpMethod.Post, "memberships", new { roomId = room, personEmail }, cancellationToken);
        await bot.QuietAsync(cancellationToken);
        return room;
    }

    /// <summary>The titles of the spaces they are in.</summary>
    public async Task<IReadOnlyList<string>> SpacesAsync(CancellationToken cancellationToken = default) =>
        [.. (await CallAsync(HttpMethod.Get, "rooms?type=group&max=1000", null, cancellationToken)).GetProperty("items").EnumerateArray()
            .Select(room => room.GetProperty("title").GetString()!)];

    /// <summary>The addresses of a space's members.</summary>
    public async Task<IReadOnlyList<string>> MembersAsync(string roomId, CancellationToken cancellationToken = default) =>
        [.. (await CallAsync(HttpMethod.Get, $"memberships?roomId={roomId}&max=1000", null, cancellationToken)).GetProperty("items").EnumerateArray()
            .Select(member => member.GetProperty("personEmail").GetString()!)];

    /// <summary>A room's messages, newest first.</summary>
    public async Task<IReadOnlyList<TestMessage>> MessagesAsync(string roomId, CancellationToken cancellationToken = default) =>
        [.. (await CallAsync(HttpMethod.Get, $"messages?roomId={roomId}&max=100", null, cancellationToken)).GetProperty("items").EnumerateArray()
            .Select(item => new TestMessage(item.Clone()))];

    /// <summary>The messages between them and the bot, newest first.</summary>
    public async Task<IReadOnlyList<TestMessage>> DirectAsync(CancellationToken cancellationToken = default) =>
        [.. (await CallAsync(HttpMethod.Get, $"messages/direct?personEmail={TestBot.BotEmail}", null, cancellationToken)).GetProperty("items").EnumerateArray()
            .Select(item => new TestMessage(item.Clone()))];

    /// <summary>Fetches a file of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="number">Which of its files, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TestFile> DownloadAsync(TestMessage message, int number = 0, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, message.Files[number]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.Token);
        using var response = await bot.Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var headers = response.Content.Headers;
        var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"') ?? "";
        return new TestFile(name, headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>Any call of the REST API, as this person. Returns the body, or an undefined element where there is none.</summary>
    /// <exception cref="HttpRequestException">Webex did not answer 2xx; the message holds its body.</exception>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, "/v1/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.Token);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body, options: WithoutNulls);
        using var response = await bot.Http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path} was answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    private static ByteArrayContent Part(TestFile file)
    {
        var part = new ByteArrayContent(file.Content);
        part.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType ?? "application/octet-stream");
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileName = $"\"{file.Name}\"" };
        return part;
    }

    private static readonly JsonSerializerOptions WithoutNulls =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What the bot wrote into a room after a message, oldest first.</summary>
    private async Task<IReadOnlyList<TestMessage>> AnswersAsync(string roomId, string afterId, CancellationToken cancellationToken)
    {
        await bot.QuietAsync(cancellationToken);
        var newestFirst = await MessagesAsync(roomId, cancellationToken);
        return [.. newestFirst.TakeWhile(m => m.Id != afterId).Where(m => m.PersonEmail == TestBot.BotEmail).Reverse()];
    }
}
