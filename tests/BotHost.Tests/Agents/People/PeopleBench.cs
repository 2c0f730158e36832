using System.Text.Json;
using System.Text.RegularExpressions;
using BotHost.Access;
using BotHost.Operations;
using BotHost.Testing;
using BotHost.Tests.Operations;
using BotHost.Tests.Sharing;
using Microsoft.AspNetCore.Builder;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents;

/// <summary>A host with one agent, <c>triage</c>, whose posts wait for Bob's yes, and a space of Alice's that the bot is in.</summary>
internal sealed class PeopleBench : IAsyncDisposable
{
    private readonly List<McpClient> _clients = [];

    private PeopleBench(TestBot bot, string room, string key) => (Bot, Room, Key) = (bot, room, key);

    public TestBot Bot { get; }

    public string Room { get; }

    public string Key { get; }

    public TestPerson Alice => Bot.Person("alice@example.com");

    public TestPerson Bob => Bot.Person("bob@example.com");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="wait">How long a call waits for people.</param>
    /// <param name="more">Settings beside.</param>
    public static async Task<PeopleBench> StartAsync(string wait = "00:00:30", IEnumerable<(string, string?)>? more = null)
    {
        var bot = await TestBot.StartAsync(settings:
        [
            ("Agents:Enabled", "true"), ("Agents:WaitForPeople", wait), ("Agents:Named:triage:Identity", "bot"),
            ("Agents:Named:triage:Grants:posting:Resources", "messages"), ("Agents:Named:triage:Grants:posting:Level", "full"),
            ("Agents:Named:triage:Grants:posting:Approval", "webex-create-message"), ("Agents:Named:triage:Grants:posting:Approvers", "bob@example.com"),
            .. Operator.Settings, .. more ?? [],
        ], cancellationToken: Cancelled);
        var told = await AdminCommands.Find("agent key new")!.RunAsync(bot.Host.Services, new AdminCall("test", new Dictionary<string, string> { ["agent"] = "triage" }), Cancelled);
        var key = Regex.Match(told.ToText(), AgentKey.Prefix + "[A-Za-z0-9_-]+").Value;
        key.ShouldNotBeEmpty(told.ToText());
        return new PeopleBench(bot, await bot.Person("alice@example.com").CreateSpaceAsync("Plans", ["bob@example.com"], Cancelled), key);
    }

    /// <summary>Calls a tool, at the host that stands there or at another.</summary>
    public async Task<CallToolResult> CallAsync(string tool, object arguments, WebApplication? host = null)
    {
        var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(new Uri((host ?? Bot.Host).Urls.First()), "/mcp"), TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + Key },
        }), cancellationToken: Cancelled);
        lock (_clients)
            _clients.Add(client);
        return await client.CallAsync(tool, arguments);
    }

    public Task<CallToolResult> PostAsync(string text, WebApplication? host = null) => CallAsync("webex-create-message", new { roomId = Room, text }, host);

    /// <summary>The cards an agent has put to somebody, newest first; waits until there are so many.</summary>
    public async Task<IReadOnlyList<TestMessage>> CardsAsync(TestPerson person, int count = 1)
    {
        IReadOnlyList<TestMessage> cards = [];
        await Crowd.UntilAsync(async () => (cards = await DirectAsync(person)).Count >= count);
        return cards;
    }

    public async Task<IReadOnlyList<TestMessage>> DirectAsync(TestPerson person)
    {
        try
        {
            return [.. (await person.DirectAsync(Cancelled)).Where(message => message.Card is not null)];
        }
        catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    /// <summary>What the bot has said in the space.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync() =>
        [.. (await Alice.MessagesAsync(Room, Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text)];

    public async Task<string> AuditAsync()
    {
        using var op = new Operator(Bot);
        (await op.TypeAsync("audit", "verify")).Code.ShouldBe(0);
        return (await op.TypeAsync("audit", "list")).Output;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>All words of a card.</summary>
    public static string Words(TestMessage message) => message.Card!.Value.GetRawText() is var json ? JsonSerializer.Serialize(JsonElement.Parse(json), Readable) : "";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
