using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotHost.Access;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Access;
using BotHost.Tests.Sharing;
using BotHost.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Operations;

/// <summary>What operators can learn of what agents did.</summary>
public sealed class AuditCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task It_is_listed_shown_checked_and_written_out(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(settings: [.. Operator.Settings, .. store.Settings], cancellationToken: Cancelled);
        using var op = new Operator(bot);
        var audit = bot.Host.Services.GetRequiredService<AgentAudit>();
        var number = await audit.DecidedAsync(AuditBench.Call(), null, Cancelled);
        await audit.EndedAsync(number, AuditedOutcome.Done("message-1"));
        await audit.DecidedAsync(AuditBench.Call(AuditBench.Denied) with { Agent = "other" }, null, Cancelled);

        var calls = (await op.AskAsync(HttpMethod.Get, "audit/list")).Json.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("what").GetString());
        calls.ShouldBe(
        [
            "Agent other was refused to post a message to Incidents: no grant covers it",
            "Agent triage posted a message to Incidents as BotHost: allowed by grant incident-posting",
        ]);
        (await op.TypeAsync("audit", "list", "--agent", "other", "--verdict", "denied", "--since", "2026-01-01")).Output.ShouldContain("Agent other");
        (await op.TypeAsync("audit", "list", "--since", "2999-01-01")).Output.ShouldContain("No such calls");
        var shown = (await op.TypeAsync("audit", "show", $"{number}")).Output;
        shown.ShouldContain("incident-posting");
        shown.ShouldContain("session-1");
        shown.ShouldContain("it was done");
        (await op.TypeAsync("audit", "show", "99")).Errors.ShouldContain("There is no row 99");

        var (verified, checkedJson) = await op.AskAsync(HttpMethod.Get, "audit/verify");
        verified.ShouldBe(HttpStatusCode.OK);
        var last = checkedJson.GetProperty("audit")[0].GetProperty("last").GetString()!;
        (await op.TypeAsync("audit", "verify", "--known", last)).Code.ShouldBe(0);
        (await op.TypeAsync("audit", "verify", "--known", "2:" + last.Split(':')[1])).Errors.ShouldContain("not the one you noted");

        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "audit.jsonl");
        (await op.TypeAsync("audit", "export", file)).Code.ShouldBe(0);
        var lines = (await File.ReadAllLinesAsync(file, Cancelled)).Select(line => JsonElement.Parse(line)).ToList();
        lines.Select(line => line.GetProperty("row").GetProperty("number").GetInt64()).ShouldBe([1, 2, 3]);
        lines[0].GetProperty("sentence").GetString().ShouldBe("Agent triage posted a message to Incidents as BotHost: allowed by grant incident-posting");
        lines.Aggregate(new string('0', 64), (before, line) => HashAfter(before, line.GetProperty("row"))).ShouldBe(last.Split(':')[1]);
        (await op.TypeAsync("audit", "export", file)).Errors.ShouldContain("cannot be written");

        await bot.Host.Services.GetRequiredService<Database>().WriteAsync(s => s.Execute("UPDATE audit SET agent = 'innocent' WHERE number = 1"), cancellationToken: Cancelled);
        (await op.AskAsync(HttpMethod.Get, "audit/verify")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await op.TypeAsync("audit", "verify")).Errors.ShouldContain("Row 1 was changed");
    }

    [Theory]
    [InlineData("audit list --verdict maybe", "There are denied, needsapproval, allowed")]
    [InlineData("audit list --since yesterday", "not a time")]
    [InlineData("audit list --limit 0", "The limit must lie")]
    [InlineData("audit verify --known 5", "--known takes a number and a hash")]
    public async Task What_is_wrong_with_what_was_typed_is_said(string typed, string told)
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        store.Open().Dispose();

        var (code, _, errors) = await Operator.TypeAsync(store, typed.Split(' '));

        code.ShouldBe(1);
        errors.ShouldContain(told);
    }

    [Fact]
    public async Task A_call_that_a_host_left_open_stands_as_unknown_as_soon_as_the_next_one_runs()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        var engine = store.Engine();
        using (var database = new Database(engine, TimeProvider.System))
            await new AuditBench(engine, database).DecideAsync();
        await using var bot = await TestBot.StartAsync(settings: [.. Operator.Settings, .. store.Settings], cancellationToken: Cancelled);
        using var op = new Operator(bot);

        await Crowd.UntilAsync(async () => (await op.TypeAsync("audit", "list")).Output.Contains("nobody knows whether it happened"));

        bot.ExpectWarnings();
        (await op.TypeAsync("audit", "verify")).Code.ShouldBe(0);
    }

    /// <summary>As the page about the audit tells it.</summary>
    private static string HashAfter(string before, JsonElement row)
    {
        string[] fields =
        [
            "number", "segment", "at", "kind", "agent", "tool", "resource", "level", "room", "verdict", "grantName", "reason", "session", "request", "about", "outcome", "status",
            "numbers", "details",
        ];
        var texts = fields.Select(field => row.TryGetProperty(field, out var value) ? value.ToString() : null);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(texts.Prepend(before).Prepend("row").Select(text => text is null ? "~," : $"{Encoding.UTF8.GetByteCount(text)}:{text},")));
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-test-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
