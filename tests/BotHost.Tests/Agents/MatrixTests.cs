using System.Text.Json.Nodes;
using BotHost.Access;
using BotHost.Agents;
using ModelContextProtocol.Client;

namespace BotHost.Tests.Agents;

/// <summary>Every tool beside every level of access: whether it is listed, whether it is allowed, and that the audit knows what was refused.</summary>
public sealed class MatrixTests(MatrixTests.Agents agents) : IClassFixture<MatrixTests.Agents>
{
    private static readonly string[] Levels = ["nothing", "off", "read", "use", "full"];

    public static TheoryData<string, string> All => [.. from tool in ShippedTools.All from level in Levels select (tool.Name, level)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_tool_is_listed_and_allowed_where_the_level_reaches(string name, string level)
    {
        var (bench, client) = await agents.OfAsync(level);
        var tool = ShippedTools.All.Single(one => one.Name == name);
        var reaches = Enum.TryParse<AgentLevel>(level, ignoreCase: true, out var given) && given >= tool.Level;

        (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Any(one => one.Name == name).ShouldBe(reaches);
        var answer = await client.CallAsync(name, Arguments(tool.InputSchema));

        var row = bench.Decisions().Last(entry => entry.Row.Agent == level && entry.Row.Tool == name);
        row.Row.Verdict.ShouldBe(reaches ? "Allowed" : "Denied");
        answer.Text().StartsWith("""{"success":false,"error":"Not allowed""", StringComparison.Ordinal).ShouldBe(!reaches, answer.Text());
        if (reaches)
            row.Outcome.ShouldNotBeNull();
    }

    /// <summary>The least that fits the schema. What it names does not exist, so that nothing happens.</summary>
    private static JsonObject Arguments(JsonObject schema)
    {
        var arguments = new JsonObject();
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(one => one!.GetValue<string>()))
            arguments[name] = Value(name, schema["properties"]![name]!["type"]!.GetValue<string>());
        // Where one of several is wanted, which the schema does not say.
        foreach (var name in new[] { "messageId", "personId" }.Where(one => (schema["properties"] as JsonObject)?.ContainsKey(one) == true))
            arguments[name] = Nothing;
        return arguments;
    }

    private const string Nothing = "Y2lzY29zcGFyazovL3VzL05PTkUvMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw";

    private static JsonNode Value(string name, string type) => (name, type) switch
    {
        (_, "boolean") => true,
        ("command", _) => "ping",
        ("start", _) => "2020-01-01T00:00:00Z",
        ("fileContent", _) => "AAAA",
        ("fileUrl", _) => "http://127.0.0.1/nothing",
        (_, "integer") => 1,
        _ => Nothing,
    };

    /// <summary>One host, an agent a level.</summary>
    public sealed class Agents : IAsyncLifetime
    {
        private readonly Dictionary<string, McpClient> _clients = [];
        private AgentBench _bench = null!;

        internal Task<(AgentBench, McpClient)> OfAsync(string level) => Task.FromResult((_bench, _clients[level]));

        public async ValueTask InitializeAsync()
        {
            _bench = await AgentBench.StartAsync();
            foreach (var level in Levels)
            {
                var key = await _bench.AddAgentAsync(level, level: level is "nothing" or "off" ? null : level);
                if (level is not "nothing")
                    await _bench.OperateAsync("agent grant", ("agent", level), ("name", "commands"), ("resources", "commands"), ("level", level == "off" ? "full" : level), ("commands", "ping"));
                if (level == "off")
                {
                    await _bench.OperateAsync("agent grant", ("agent", level), ("name", "given"), ("resources", AgentBench.Everything), ("level", "full"));
                    await _bench.OperateAsync("agent deny", ("agent", level), ("name", "never"), ("resources", AgentBench.Everything + ";commands"));
                }

                _clients[level] = await _bench.ConnectAsync(key);
            }
        }

        public ValueTask DisposeAsync() => _bench.DisposeAsync();
    }
}
