using System.Text.Json;
using System.Text.RegularExpressions;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Operations;
using BotHost.Storage;
using BotHost.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents;

/// <summary>A host that serves agents, a space that Alice shares with the bot, and clients of the protocol's own library.</summary>
internal sealed partial class AgentBench : IAsyncDisposable
{
    /// <summary>The newest revision of the protocol with sessions.</summary>
    public const string WithSessions = "2025-11-25";

    /// <summary>Everything that can be given but the bot's commands, which are named one by one.</summary>
    public const string Everything = "messages;spaces;memberships;people;teams;team-memberships;meetings;webhooks;events;host";

    private readonly List<McpClient> _clients = [];

    private AgentBench(TestBot bot, string room) => (Bot, Room) = (bot, room);

    public TestBot Bot { get; }

    /// <summary>The id of Alice's space.</summary>
    public string Room { get; }

    public Uri Address => new(Bot.Address, "/mcp");

    public TestPerson Alice => Bot.Person("alice@example.com");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Database Store => Bot.Host.Services.GetRequiredService<Database>();

    public static async Task<AgentBench> StartAsync(IEnumerable<(string, string?)>? settings = null, Action<WebApplicationBuilder>? configure = null, Action<BotRoutes>? map = null)
    {
        var bot = await TestBot.StartAsync(
            map, settings: [("Agents:Enabled", "true"), ("Agents:PerMinute", "0"), ("Agents:PerDay", "0"), ("Agents:RefusalsPerMinute", "0"), .. settings ?? []], configure: configure, cancellationToken: Cancelled);
        return new AgentBench(bot, await bot.Person("alice@example.com").CreateSpaceAsync("Plans", ["bob@example.com"], Cancelled));
    }

    /// <summary>Makes an agent that acts as the bot.</summary>
    /// <returns>Its key.</returns>
    public async Task<string> AddAgentAsync(string name = "triage", string resources = Everything, string? level = "full", params (string, string)[] narrowed)
    {
        await OperateAsync("agent add", ("agent", name), ("identity", "bot"));
        if (level is not null)
            await OperateAsync("agent grant", [("agent", name), ("name", "given"), ("resources", resources), ("level", level), .. narrowed]);
        return Key().Match(await OperateAsync("agent key new", ("agent", name))).Value;
    }

    /// <summary>Runs an operators' command.</summary>
    public async Task<string> OperateAsync(string command, params (string, string)[] values)
    {
        var answer = await AdminCommands.Find(command)!.RunAsync(Bot.Host.Services, new AdminCall("test", values.ToDictionary(value => value.Item1, value => value.Item2)), Cancelled);
        answer.Outcome.ShouldBe(AdminOutcome.Done, answer.ToText());
        return answer.ToText();
    }

    /// <summary>A client that has introduced itself.</summary>
    /// <param name="revision">Of the protocol; the newest where null.</param>
    /// <param name="at">Another host.</param>
    public async Task<McpClient> ConnectAsync(string key, string? revision = null, Action<McpClientOptions>? configure = null, Uri? at = null)
    {
        var options = new McpClientOptions { ProtocolVersion = revision };
        configure?.Invoke(options);
        var client = await McpClient.CreateAsync(Transport(key, at: at), options, cancellationToken: Cancelled);
        _clients.Add(client);
        return client;
    }

    public HttpClientTransport Transport(string key, string? session = null, Uri? at = null) => new(new HttpClientTransportOptions
    {
        Endpoint = at ?? Address,
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
        KnownSessionId = session,
        OwnsSession = session is null,
    });

    /// <summary>What was decided, oldest first, with what came of it.</summary>
    public IReadOnlyList<AuditEntry> Decisions() => [.. Store.Read(connection => AuditReader.Decisions(connection, null, 0, null, 10_000)).Reverse()];

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await Bot.DisposeAsync();
    }

    [GeneratedRegex("bothost_[A-Za-z0-9_-]{55}")]
    private static partial Regex Key();
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

    public static string Id(this JsonElement data) => data.GetProperty("id").GetString()!;
}
