using System.Text.Json;
using BotHost.Testing;
using Microsoft.AspNetCore.Builder;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents;

/// <summary>A host that serves agents, a space that Alice shares with the bot, and clients of the protocol's own library.</summary>
internal sealed class AgentBench : IAsyncDisposable
{
    public const string Key = "stub-triage";

    private readonly List<McpClient> _clients = [];

    private AgentBench(TestBot bot, string room) => (Bot, Room) = (bot, room);

    public TestBot Bot { get; }

    /// <summary>The id of Alice's space.</summary>
    public string Room { get; }

    public Uri Address => new(Bot.Address, "/mcp");

    public TestPerson Alice => Bot.Person("alice@example.com");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<AgentBench> StartAsync(IEnumerable<(string, string?)>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var bot = await TestBot.StartAsync(settings: [("Agents:Enabled", "true"), .. settings ?? []], configure: configure, cancellationToken: Cancelled);
        return new AgentBench(bot, await bot.Person("alice@example.com").CreateSpaceAsync("Plans", ["bob@example.com"], Cancelled));
    }

    public async Task<McpClient> ConnectAsync(string key = Key, McpClientOptions? options = null, string? session = null)
    {
        var client = await McpClient.CreateAsync(Transport(key), options, cancellationToken: Cancelled);
        _clients.Add(client);
        return client;
    }

    public HttpClientTransport Transport(string key = Key) => new(new HttpClientTransportOptions
    {
        Endpoint = Address,
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await Bot.DisposeAsync();
    }
}

internal static class Answers
{
    /// <summary>Calls a tool, with its arguments as an anonymous object.</summary>
    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, object? arguments = null) => await client.CallToolAsync(
        tool, JsonSerializer.SerializeToElement(arguments ?? new { }).EnumerateObject().ToDictionary(field => field.Name, field => (object?)field.Value),
        cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The field <c>data</c> of an answer that is none of an error.</summary>
    public static JsonElement Data(this CallToolResult result)
    {
        (result.IsError == true).ShouldBeFalse(result.Text());
        return JsonElement.Parse(result.Text()).GetProperty("data");
    }

    /// <summary>What an error says.</summary>
    public static string Problem(this CallToolResult result)
    {
        (result.IsError == true).ShouldBeTrue(result.Text());
        return JsonElement.Parse(result.Text()).GetProperty("error").GetString()!;
    }

    public static string Text(this CallToolResult result) => ((TextContentBlock)result.Content.Single()).Text;
}
