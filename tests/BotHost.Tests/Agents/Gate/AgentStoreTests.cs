using BotHost.Access;
using BotHost.Agents;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Agents.Gate;

/// <summary>What the store keeps of agents, and what counts of it, on either engine.</summary>
public abstract class AgentStoreTests(string provider) : IAsyncLifetime
{
    private const string Everything = """{"Resources":"messages;spaces","Level":"full"}""";

    private static readonly AgentCall Call = new("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Room = new RoomId(World.Ops) };

    private TestStore _store = null!;
    private GateBench _bench = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.NewAsync(provider, Cancelled);
        _bench = new GateBench(_store);
    }

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_key_proves_its_agent_until_it_is_revoked_or_ends()
    {
        await _bench.AddAsync();
        await _bench.AddAsync("other");
        var (key, id) = await NewKeyAsync("triage");
        var (others, _) = await NewKeyAsync("other");

        (await _bench.Directory.AuthenticateAsync(key, Cancelled))!.Name.ShouldBe("triage");
        (await _bench.Directory.AuthenticateAsync(others, Cancelled))!.Name.ShouldBe("other");
        foreach (var wrong in Wrong(key, others))
            (await _bench.Directory.AuthenticateAsync(wrong, Cancelled)).ShouldBeNull(wrong);

        await _bench.WriteAsync(session => AgentLedger.RemoveKey(session, id));
        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
        (await _bench.Directory.AuthenticateAsync(others, Cancelled)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rotated_key_counts_until_its_overlap_is_over()
    {
        await _bench.AddAsync();
        var (key, id) = await NewKeyAsync("triage");
        var end = (_bench.Clock.GetUtcNow() + TimeSpan.FromHours(24)).ToUnixTimeMilliseconds();

        await _bench.WriteAsync(session => AgentLedger.EndKey(session, id, end));
        await _bench.WriteAsync(session => AgentLedger.EndKey(session, id, end + 1));

        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        _bench.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldNotBeNull();
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull("the first end stands");
    }

    [Fact]
    public async Task The_store_holds_no_key_and_of_its_use_the_hour()
    {
        await _bench.AddAsync();
        var (key, id) = await NewKeyAsync("triage");
        _bench.Clock.Advance(TimeSpan.FromMinutes(25));

        await _bench.Directory.AuthenticateAsync(key, Cancelled);
        await _bench.Directory.AuthenticateAsync(key, Cancelled);

        _bench.Database.Read(c => c.QuerySingle<long>("SELECT used_at FROM agent_keys")).ShouldBe(_bench.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 3_600_000 * 3_600_000);
        var kept = _bench.Database.Read(c => c.QuerySingle<byte[]>("SELECT hash FROM agent_keys"));
        kept.Length.ShouldBe(32);
        AgentKey.IdIn(key).ShouldBe(id);
        new StoredKey { Id = id, Hash = kept }.ToString().ShouldBe($"Key {id}");
    }

    [Fact]
    public async Task A_stopped_agent_is_known_and_refused_everything_also_after_a_restart()
    {
        var agent = await _bench.AddAsync();
        await _bench.GrantAsync("all", Everything);
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);

        await _bench.WriteAsync(session => AgentLedger.Stop(session, "triage", 1));
        await ShouldBeStoppedAsync(_bench, "denied: triage is stopped");
        Restart();
        await ShouldBeStoppedAsync(_bench, "denied: triage is stopped");

        await _bench.WriteAsync(session => AgentLedger.Start(session, "triage"));
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task A_yes_is_not_inherited_by_the_next_agent_of_that_name()
    {
        var requests = new PersonRequests(_bench.Database, _bench.Clock);
        await _bench.AddAsync();
        await _bench.WriteAsync(session => requests.Add(session, new PersonRequest
        {
            Agent = "triage", KindName = nameof(RequestKind.Approval), CallKey = "call", Wish = "delete a space", Asked = World.Alice, UntilAt = long.MaxValue,
        }));
        requests.FindOpen("triage", "call").ShouldNotBeNull();

        await _bench.WriteAsync(session => AgentLedger.Remove(session, "triage"));
        await _bench.AddAsync();

        requests.FindOpen("triage", "call").ShouldBeNull();
    }

    [Fact]
    public async Task All_are_stopped_with_one_word_and_stay_so()
    {
        var agent = await _bench.AddAsync();
        await _bench.GrantAsync("all", Everything);

        await _bench.WriteAsync(session => AgentLedger.StopAll(session, 1));
        await ShouldBeStoppedAsync(_bench, "denied: all agents are stopped");
        await _bench.AddAsync("late");
        await _bench.GrantAsync("all", Everything, "late");
        (await _bench.DecideAsync(_bench.Directory.Find("late")!, Call)).Verdict.ShouldBe(AgentVerdict.Denied);
        Restart();
        await ShouldBeStoppedAsync(_bench, "denied: all agents are stopped");

        await _bench.WriteAsync(AgentLedger.StartAll);
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task Days_are_counted_past_restarts_and_end_at_midnight()
    {
        var agent = await _bench.AddAsync(perDay: 5);
        await _bench.GrantAsync("some", """{"Resources":"messages","Level":"use","PerDay":3}""");

        foreach (var _ in Enumerable.Range(0, 2))
            (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        Restart();
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        var spent = await _bench.DecideAsync(agent, Call);
        spent.Reason.ShouldBe("denied: grant some may be used 3 times a day, and has been");
        spent.RetryAfter.ShouldBe(TimeSpan.FromHours(12));

        await _bench.GrantAsync("more", """{"Resources":"messages","Level":"use"}""");
        (await _bench.DecideAsync(agent, Call)).Reason.ShouldBe("allowed by grant more");
        (await _bench.DecideAsync(agent, Call)).Reason.ShouldBe("allowed by grant more");
        (await _bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied: triage may call 5 times a day, and has been");

        _bench.Clock.Advance(TimeSpan.FromHours(12));
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        _bench.Clock.Advance(TimeSpan.FromDays(9));
        (await _bench.Budgets.TidyAsync(TimeSpan.FromDays(30), Cancelled)).ShouldBe(3);
    }

    [Fact]
    public async Task Minutes_are_counted_of_the_agent_and_of_the_grant_and_what_is_seen_is_not()
    {
        var agent = await _bench.AddAsync(perMinute: 3);
        await _bench.GrantAsync("some", """{"Resources":"messages","Level":"use","PerMinute":2}""");

        foreach (var _ in Enumerable.Range(0, 10))
            (await _bench.Gate.SeesAsync(agent, Call, new World(), Cancelled)).ShouldBeTrue();
        (await _bench.DecideAsync(agent, Call with { Resource = AgentResource.Host })).Verdict.ShouldBe(AgentVerdict.Denied, "and what is denied is not counted");
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        (await _bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied: grant some may be used 2 times a minute");
        var refusal = await _bench.DecideAsync(agent, Call);
        refusal.Reason.ShouldBe("denied: triage may call 3 times a minute");
        refusal.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));

        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task Of_many_calls_at_once_as_many_are_let_through_as_there_may_be()
    {
        var agent = await _bench.AddAsync(perDay: 20);
        await _bench.GrantAsync("some", """{"Resources":"messages","Level":"use","PerDay":7}""");

        var decisions = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => _bench.DecideAsync(agent, Call).AsTask())));

        decisions.Count(decision => decision.Verdict == AgentVerdict.Allowed).ShouldBe(7);
        _bench.Database.Read(c => c.QuerySingle<long>("SELECT calls FROM agent_days WHERE grant_name = ''")).ShouldBe(7, "what a grant refused is not the agent's");
    }

    [Fact]
    public async Task A_name_does_not_inherit()
    {
        var agent = await _bench.AddAsync();
        await _bench.GrantAsync("all", Everything);
        var (key, _) = await NewKeyAsync("triage");

        await _bench.WriteAsync(session => AgentLedger.Remove(session, "triage"));
        (await _bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied: triage is not what it was when it connected");
        await _bench.WriteAsync(session => AgentLedger.Add(session, new StoredAgent { Name = "triage", Identity = $"person:{World.Alice}", AddedAt = 2 }));

        (await _bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Denied, "it is somebody else now");
        (await _bench.DecideAsync(_bench.Directory.Find("triage")!, Call)).Reason.ShouldBe("denied: no grant of triage covers writing messages");
        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_stored_grant_that_cannot_be_read_refuses_everything()
    {
        var agent = await _bench.AddAsync();
        await _bench.GrantAsync("all", Everything);
        await _bench.GrantAsync("odd", """{"Resources":"messages","Level":"off","Hours":"08:00-09:00","Zone":"Atlantis/Capital"}""");

        (await _bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied by grant odd");
        await _bench.GrantAsync("odd", "not JSON");
        (await _bench.DecideAsync(agent, Call with { Resource = AgentResource.Spaces })).Reason.ShouldBe("denied by grant odd");
        _bench.Directory.Now().Problems.ShouldBe(["The stored grant odd of triage is no JSON of a grant."]);
    }

    [Fact]
    public async Task A_person_is_erased_from_grants_without_widening_them()
    {
        await _bench.AddAsync();
        await _bench.WriteAsync(session => AgentLedger.Add(session, new StoredAgent { Name = "hers", Identity = $"person:{World.Alice}", AddedAt = 1 }));
        await _bench.GrantAsync("both", $$"""{"Resources":"messages","Level":"use","WriteTo":"{{World.Alice}};{{World.Bob}}"}""");
        await _bench.GrantAsync("her-alone", $$"""{"Resources":"messages","Level":"use","WriteTo":"{{World.Alice}}"}""");
        await _bench.GrantAsync("others", Everything);

        (await _bench.Database.WriteAsync(session => AgentLedger.Erase(session, World.Alice), _ => _bench.Directory.Forget(), Cancelled)).ShouldBe(3);

        _bench.Directory.List().ShouldHaveSingleItem().Grants.Select(grant => (grant.Name, string.Join(';', grant.WriteTo))).ShouldBe([("both", World.Bob), ("others", "")]);
    }

    [Fact]
    public async Task Settings_and_store_stand_beside_each_other()
    {
        var settings = new AgentSettings { Identity = "bot", Grants = { ["reading"] = new AgentGrantSettings { Resources = "messages", Level = "read" } } };
        await _bench.AddAsync();
        await _bench.GrantAsync("all", """{"Resources":"messages","Level":"use"}""");
        _bench.Settings.Change(new AgentOptions { Named = { ["triage"] = settings, ["other"] = settings } });

        _bench.Directory.List().Select(agent => (agent.Name, agent.IsConfigured, agent.Grants.Count)).ShouldBe([("other", true, 1), ("triage", true, 2)]);
        await _bench.WriteAsync(session => AgentLedger.Stop(session, "other", 1));
        _bench.Directory.Find("other")!.IsStopped.ShouldBeTrue();
        var (key, _) = await NewKeyAsync("other");
        (await _bench.Directory.AuthenticateAsync(key, Cancelled))!.IsStopped.ShouldBeTrue();

        _bench.Settings.Change(new AgentOptions { Named = { ["other"] = new AgentSettings { Identity = "nobody" } } });
        _bench.Directory.List().Count.ShouldBe(2, "what cannot be used leaves the last good settings in force");
        _bench.Settings.Change(new AgentOptions());
        _bench.Directory.List().ShouldHaveSingleItem().Name.ShouldBe("triage");
        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
        await _bench.AddAsync("other");
        (await _bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull("what was the settings' agent's is not the new one's");
    }

    [Fact]
    public async Task Who_shows_tools_is_told_of_every_change()
    {
        await _bench.AddAsync();
        var told = 0;
        _bench.Gate.Changed += () => told++;

        await _bench.GrantAsync("all", Everything);
        _bench.Directory.Refresh();
        told.ShouldBe(1);
        _bench.Directory.Refresh();
        told.ShouldBe(1);
        _bench.Settings.Change(new AgentOptions { PerDay = 7 });
        _bench.Directory.Refresh();
        told.ShouldBe(2);
    }

    private static IEnumerable<string> Wrong(string key, string other) =>
    [
        "", "bothost_", key[..^1], key + "a", key.ToUpperInvariant(), " " + key, key[..^1] + (key[^1] == 'A' ? 'B' : 'A'),
        // The id of one and the secret of another.
        key[..20] + other[20..], other[..20] + key[20..], AgentKey.New().Key, "eyJhbGciOiJub25lIn0.e30.",
    ];

    private async Task<(string Key, string Id)> NewKeyAsync(string agent)
    {
        var (key, id, hash) = AgentKey.New();
        await _bench.WriteAsync(session => AgentLedger.AddKey(session, new StoredKey { Id = id, Agent = agent, Hash = hash, AddedAt = 1 }));
        return (key, id);
    }

    private static async Task ShouldBeStoppedAsync(GateBench bench, string reason)
    {
        var agent = bench.Directory.Find("triage")!;
        agent.IsStopped.ShouldBeTrue();
        (await bench.DecideAsync(agent, Call)).Reason.ShouldBe(reason);
        (await bench.DecideAsync(agent, Call with { ApprovedBy = new PersonId(World.Alice) })).Verdict.ShouldBe(AgentVerdict.Denied);
        (await bench.Gate.SeesAsync(agent, Call, new World(), Cancelled)).ShouldBeFalse();
        bench.Gate.Lists(agent, Call.Tool, Call.Resource, AgentLevel.Read).ShouldBeFalse();
    }

    private void Restart()
    {
        var clock = _bench.Clock;
        _bench.Dispose();
        _bench = new GateBench(_store, clock);
    }
}

public sealed class AgentStoreOnSqliteTests() : AgentStoreTests(TestStore.Sqlite);

public sealed class AgentStoreOnPostgreSqlTests() : AgentStoreTests(TestStore.PostgreSql);
