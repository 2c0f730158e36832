using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents.Conformance;

/// <summary>The protocol's official suite, all its scenarios for servers, against the host: with the tools the suite wants, and as it is.</summary>
public sealed class ConformanceTests(ConformanceTests.Runs runs) : IClassFixture<ConformanceTests.Runs>
{
    private static readonly string[] WithFixtures =
    [
        "completion-complete", "tools-call-simple-text", "tools-call-image", "tools-call-audio", "tools-call-embedded-resource", "tools-call-mixed-content",
        "tools-call-with-logging", "tools-call-error", "tools-call-with-progress", "tools-call-sampling", "tools-call-elicitation", "json-schema-2020-12",
        "elicitation-sep1034-defaults", "server-sse-polling", "elicitation-sep1330-enums", "resources-read-text", "resources-read-binary", "resources-templates-read",
        "resources-subscribe", "resources-unsubscribe", "prompts-get-simple", "prompts-get-with-args", "prompts-get-embedded-resource", "prompts-get-with-image",
    ];

    private static readonly string[] WithoutFixtures =
    [
        "server-initialize", "logging-set-level", "ping", "tools-list", "server-sse-multiple-streams", "resources-list", "prompts-list", "dns-rebinding-protection",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> All => [.. WithoutFixtures, .. WithFixtures];

    public static TheoryData<string> Plain => [.. WithoutFixtures];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(All))]
    public async Task With_the_suites_tools_it_passes(string scenario) => (await runs.WithFixturesAsync(scenario)).ShouldBeEmpty();

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Plain))]
    public async Task As_it_is_it_passes(string scenario) => (await runs.PlainAsync(scenario)).ShouldBeEmpty();

    [Fact(Timeout = 300_000)]
    public async Task No_scenario_is_left_out()
    {
        await NodePackages.NeedAsync();

        var (_, listed) = await NodePackages.RunAsync(Cancelled, Runs.Suite, "list");

        listed.Split("Client scenarios")[0].Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..].Trim()).Order()
            .ShouldBe(WithoutFixtures.Concat(WithFixtures).Order());
    }

    /// <summary>The host, with the suite's tools beside its own, and the suite run against it once.</summary>
    public sealed class Runs : IAsyncDisposable
    {
        public const string Suite = "node_modules/@modelcontextprotocol/conformance/dist/index.js";

        private readonly Lazy<Task<Dictionary<string, List<string>>>> _fixtures = new(() => RunAsync(AddFixtures, []));
        private readonly Lazy<Task<Dictionary<string, List<string>>>> _plain = new(() => RunAsync(null, WithoutFixtures));

        internal async Task<List<string>> WithFixturesAsync(string scenario) => await OfAsync(_fixtures, scenario);

        internal async Task<List<string>> PlainAsync(string scenario) => await OfAsync(_plain, scenario);

        public ValueTask DisposeAsync() => default;

        private static async Task<List<string>> OfAsync(Lazy<Task<Dictionary<string, List<string>>>> run, string scenario)
        {
            await NodePackages.NeedAsync();
            return (await run.Value).TryGetValue(scenario, out var failures) ? failures : ["The suite did not say how it went."];
        }

        /// <summary>What did not hold, by scenario.</summary>
        private static async Task<Dictionary<string, List<string>>> RunAsync(Action<WebApplicationBuilder>? configure, string[] scenarios)
        {
            await using var bench = await AgentBench.StartAsync(configure: configure);
            await using var proxy = await KeyProxy.StartAsync(bench.Bot.Address, await bench.AddAgentAsync(), CancellationToken.None);
            var results = Directory.CreateTempSubdirectory("bothost-conformance-");
            var url = new Uri(proxy.Address, "/mcp").ToString();
            IEnumerable<string[]> runs = scenarios.Length == 0 ? [["--suite", "all"]] : scenarios.Select(one => (string[])["--scenario", one]);
            await Task.WhenAll(runs.Select(which => NodePackages.RunAsync(CancellationToken.None, [Suite, "server", "--url", url, .. which, "--output-dir", results.FullName])));
            var found = Directory.GetFiles(results.FullName, "checks.json", SearchOption.AllDirectories).ToDictionary(Scenario, Failures);
            results.Delete(recursive: true);
            return found;
        }

        private static void AddFixtures(WebApplicationBuilder builder) => builder.Services.AddMcpServer()
            .WithTools<FixtureTools>()
            .WithTools([FixtureTools.Schema])
            .WithResources<FixtureResources>()
            .WithPrompts<FixturePrompts>()
            .WithCompleteHandler((_, _) => new(new CompleteResult { Completion = new Completion { Values = ["paris", "park", "party"], Total = 150 } }))
            .WithSubscribeToResourcesHandler((_, _) => new(new EmptyResult()))
            .WithUnsubscribeFromResourcesHandler((_, _) => new(new EmptyResult()));

        /// <summary>Of the folder <c>server-ping-2026-11-30T19-00-00-000Z</c>.</summary>
        private static string Scenario(string file) => Path.GetFileName(Path.GetDirectoryName(file)!)["server-".Length..][..^"-2026-11-30T19-00-00-000Z".Length];

        /// <summary>What did not hold, and behind it all that happened.</summary>
        private static List<string> Failures(string file)
        {
            var checks = JsonElement.Parse(File.ReadAllText(file)).EnumerateArray().ToList();
            var failed = checks.Where(check => check.GetProperty("status").GetString() is "FAILURE" or "WARNING").ToList();
            return failed.Count == 0 ? []
                : [.. failed.Select(check => $"{check.GetProperty("id").GetString()}: {(check.TryGetProperty("errorMessage", out var message) ? message.GetString() : check.ToString())}"),
                    .. checks.Select(check => check.ToString())];
        }
    }
}
