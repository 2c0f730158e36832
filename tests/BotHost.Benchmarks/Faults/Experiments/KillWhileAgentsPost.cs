using System.Collections.Concurrent;
using BotHost.Access;

namespace BotHost.Benchmarks.Faults;

/// <summary>
/// The host dies again and again while agents post. Whatever Webex did for an agent stands in the audit, with the decision that allowed it and with
/// what came of it; where nobody knows, that is what it says. Nothing is repeated on a guess.
/// </summary>
internal sealed class KillWhileAgentsPost : IExperiment
{
    private const int Agents = 6;

    public string Name => "kill-while-agents-post";

    public string Does => "kill -9 while agents post: each call that reached Webex has its decision and outcome";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (kills, chance) = (setting.Of(60, 3), setting.Chance());
        await using var world = await World.CreateAsync(1, cancellationToken);
        world.HostSettings.AddRange(["--Agents:Enabled=true", "--Agents:Sessions=false", "--Agents:AuditTexts=true", "--Agents:PerMinute=0", "--Agents:PerDay=0"]);
        for (var agent = 0; agent < Agents; agent++)
            world.HostSettings.AddRange([$"--Agents:Named:a{agent}:Identity=bot", $"--Agents:Named:a{agent}:Grants:post:Resources=messages", $"--Agents:Named:a{agent}:Grants:post:Level=use"]);
        // As far away as Webex is, so that a death finds posts on their way there and back.
        await world.Webex.BreakAsync(new { method = "POST", path = "/messages", email = LocalWebex.BotEmail, delayBefore = "00:00:00.040", delayAfter = "00:00:00.060" }, cancellationToken);
        var room = (await world.Webex.CallAsync(world.Webex.Bot, HttpMethod.Post, "rooms", new { title = "Agents" }, cancellationToken)).GetProperty("id").GetString()!;
        await world.StartReadyAsync(cancellationToken);
        await world.Host.KillAsync(cancellationToken);
        var keys = Enumerable.Range(0, Agents).Select(agent => AddKey(world.Store, $"a{agent}")).ToList();

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var (answered, refused) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await world.StartAsync(cancellationToken);
        var posting = keys.Select((key, agent) => PostAsync(new AgentCaller(http, world.Door, key), agent)).ToList();
        for (var life = 0; life < kills; life++)
        {
            await Patience.WaitAsync(TimeSpan.FromSeconds(0.3 + 1.2 * chance.NextDouble()), cancellationToken);
            await world.Host.KillAsync(cancellationToken);
            await world.StartAsync(cancellationToken);
        }

        await end.CancelAsync();
        await Task.WhenAll(posting);
        findings.Require(
            await Patience.IsReachedAsync(() => Task.FromResult(world.Store.Number("SELECT count(*) FROM audit_open") == 0), TimeSpan.FromMinutes(2), cancellationToken),
            "a call stands open in the audit two minutes after the last start");

        var decided = world.Store.Query<(long Number, string Said, string? Outcome)>(
            """
            SELECT audit.number, audit_details.said, (SELECT ended.outcome FROM audit ended WHERE ended.kind = 'Outcome' AND ended.about = audit.number ORDER BY ended.number DESC LIMIT 1)
            FROM audit JOIN audit_details ON audit_details.number = audit.number WHERE audit.kind = 'Decision' AND audit.verdict = 'Allowed'
            """);
        var outcomes = decided.GroupBy(one => one.Said).ToDictionary(group => group.Key, group => group.Single().Outcome);
        var ledger = await world.Webex.LedgerAsync($"kind=call&method=POST&route=/messages&person={LocalWebex.BotEmail}", cancellationToken);
        var done = ledger.Count(line => line.Call!.Status is >= 200 and < 300);
        findings.Note("kills", kills);
        findings.Note("decisions", decided.Count);
        findings.Note("calls in Webex's ledger", ledger.Count);
        findings.Note("unknown", outcomes.Values.Count(outcome => outcome == nameof(AuditOutcome.Unknown)));
        findings.RequireNone(outcomes.Where(one => one.Value is null).Select(one => one.Key), "an allowed call has no outcome");
        findings.RequireNone(answered.Where(text => outcomes.GetValueOrDefault(text) != nameof(AuditOutcome.Done)), "an agent was told that it was done, and the audit does not say so");
        findings.RequireNone(refused, "an agent was refused");
        findings.Require(ledger.Count <= decided.Count, "Webex was called more often than was decided");
        findings.Require(outcomes.Values.Count(outcome => outcome == nameof(AuditOutcome.Done)) <= done, "the audit says done more often than Webex did it");
        findings.Require(ledger.Count - outcomes.Values.Count(outcome => outcome == nameof(AuditOutcome.Done)) <= outcomes.Values.Count(outcome => outcome == nameof(AuditOutcome.Unknown)),
            "Webex was called, and the audit says neither done nor unknown");

        async Task PostAsync(AgentCaller caller, int agent)
        {
            for (var turn = 0; !end.IsCancellationRequested; turn++)
            {
                var text = $"a{agent}.{turn}";
                try
                {
                    var answer = await caller.CallAsync("webex-create-message", new { roomId = room, text }, CancellationToken.None);
                    (answer.GetProperty("success").GetBoolean() ? answered : refused).Add(text);
                }
                catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
                {
                    // The host is dead; what became of this one its successor will say.
                    await Patience.WaitAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
                }
            }
        }
    }

    private static string AddKey(Store store, string agent)
    {
        var (key, id, hash) = AgentKey.New();
        store.Execute($"INSERT INTO agent_keys (id, agent, hash, added_at) VALUES ('{id}', '{agent}', X'{Convert.ToHexString(hash)}', 0)");
        return key;
    }
}
