using BotHost.Access;
using BotHost.Agents;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Agents.Gate;

/// <summary>What the store keeps of agents, and what counts of it, on either engine.</summary>
public abstract class AgentStoreTests(string provider) : GateTest(provider)
{
    private const string Everything = """{"Resources":"messages;spaces","Level":"full"}""";

    private static readonly AgentCall Call = new("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Room = new RoomId(World.Ops) };

    [Fact]
    public async Task A_stopped_agent_is_known_and_refused_everything_also_after_a_restart()
    {
        var agent = await Bench.AddAsync();
        await Bench.GrantAsync("all", Everything);
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);

        await Bench.WriteAsync(session => AgentLedger.Stop(session, "triage", 1));
        await ShouldBeStoppedAsync(Bench, "denied: triage is stopped");
        Restart();
        await ShouldBeStoppedAsync(Bench, "denied: triage is stopped");

        await Bench.WriteAsync(session => AgentLedger.Start(session, "triage"));
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task A_yes_is_not_inherited_by_the_next_agent_of_that_name()
    {
        var requests = new PersonRequests(Bench.Database, Bench.Clock);
        await Bench.AddAsync();
        await Bench.WriteAsync(session => requests.Add(session, new PersonRequest
        {
            Agent = "triage", KindName = nameof(RequestKind.Approval), CallKey = "call", Wish = "delete a space", Asked = World.Alice, UntilAt = long.MaxValue,
        }));
        requests.FindOpen("triage", "call").ShouldNotBeNull();

        await Bench.WriteAsync(session => AgentLedger.Remove(session, "triage"));
        await Bench.AddAsync();

        requests.FindOpen("triage", "call").ShouldBeNull();
    }

    [Fact]
    public async Task All_are_stopped_with_one_word_and_stay_so()
    {
        var agent = await Bench.AddAsync();
        await Bench.GrantAsync("all", Everything);

        await Bench.WriteAsync(session => AgentLedger.StopAll(session, 1));
        await ShouldBeStoppedAsync(Bench, "denied: all agents are stopped");
        await Bench.AddAsync("late");
        await Bench.GrantAsync("all", Everything, "late");
        (await Bench.DecideAsync(Bench.Directory.Find("late")!, Call)).Verdict.ShouldBe(AgentVerdict.Denied);
        Restart();
        await ShouldBeStoppedAsync(Bench, "denied: all agents are stopped");

        await Bench.WriteAsync(AgentLedger.StartAll);
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task A_name_does_not_inherit()
    {
        var agent = await Bench.AddAsync();
        await Bench.GrantAsync("all", Everything);
        var (key, _) = await Bench.NewKeyAsync("triage");

        await Bench.WriteAsync(session => AgentLedger.Remove(session, "triage"));
        (await Bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied: triage is not what it was when it connected");
        await Bench.WriteAsync(session => AgentLedger.Add(session, new StoredAgent { Name = "triage", Identity = $"person:{World.Alice}", AddedAt = 2 }));

        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Denied, "it is somebody else now");
        (await Bench.DecideAsync(Bench.Directory.Find("triage")!, Call)).Reason.ShouldBe("denied: no grant of triage covers writing messages");
        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_stored_grant_that_cannot_be_read_refuses_everything()
    {
        var agent = await Bench.AddAsync();
        await Bench.GrantAsync("all", Everything);
        await Bench.GrantAsync("odd", """{"Resources":"messages","Level":"off","Hours":"08:00-09:00","Zone":"Atlantis/Capital"}""");

        (await Bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied by grant odd");
        await Bench.GrantAsync("odd", "not JSON");
        (await Bench.DecideAsync(agent, Call with { Resource = AgentResource.Spaces })).Reason.ShouldBe("denied by grant odd");
        Bench.Directory.Now().Problems.ShouldBe(["The stored grant odd of triage is no JSON of a grant."]);
    }

    [Fact]
    public async Task A_person_is_erased_from_grants_without_widening_them()
    {
        await Bench.AddAsync();
        await Bench.WriteAsync(session => AgentLedger.Add(session, new StoredAgent { Name = "hers", Identity = $"person:{World.Alice}", AddedAt = 1 }));
        await Bench.GrantAsync("both", $$"""{"Resources":"messages","Level":"use","WriteTo":"{{World.Alice}};{{World.Bob}}"}""");
        await Bench.GrantAsync("her-alone", $$"""{"Resources":"messages","Level":"use","WriteTo":"{{World.Alice}}"}""");
        await Bench.GrantAsync("others", Everything);

        (await Bench.Database.WriteAsync(session => AgentLedger.Erase(session, World.Alice), _ => Bench.Directory.Forget(), Cancelled)).ShouldBe(3);

        Bench.Directory.List().ShouldHaveSingleItem().Grants.Select(grant => (grant.Name, string.Join(';', grant.WriteTo))).ShouldBe([("both", World.Bob), ("others", "")]);
    }

    [Fact]
    public async Task Settings_and_store_stand_beside_each_other()
    {
        var settings = new AgentSettings { Identity = "bot", Grants = { ["reading"] = new AgentGrantSettings { Resources = "messages", Level = "read" } } };
        await Bench.AddAsync();
        await Bench.GrantAsync("all", """{"Resources":"messages","Level":"use"}""");
        Bench.Settings.Change(new AgentOptions { Named = { ["triage"] = settings, ["other"] = settings } });

        Bench.Directory.List().Select(agent => (agent.Name, agent.IsConfigured, agent.Grants.Count)).ShouldBe([("other", true, 1), ("triage", true, 2)]);
        await Bench.WriteAsync(session => AgentLedger.Stop(session, "other", 1));
        Bench.Directory.Find("other")!.IsStopped.ShouldBeTrue();
        var (key, _) = await Bench.NewKeyAsync("other");
        (await Bench.Directory.AuthenticateAsync(key, Cancelled))!.IsStopped.ShouldBeTrue();

        Bench.Settings.Change(new AgentOptions { Named = { ["other"] = new AgentSettings { Identity = "nobody" } } });
        Bench.Directory.List().Count.ShouldBe(2, "what cannot be used leaves the last good settings in force");
        Bench.Settings.Change(new AgentOptions());
        Bench.Directory.List().ShouldHaveSingleItem().Name.ShouldBe("triage");
        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull();
        await Bench.AddAsync("other");
        (await Bench.Directory.AuthenticateAsync(key, Cancelled)).ShouldBeNull("what was the settings' agent's is not the new one's");
    }

    [Fact]
    public async Task Who_shows_tools_is_told_of_every_change()
    {
        await Bench.AddAsync();
        var told = 0;
        Bench.Gate.Changed += () => told++;

        await Bench.GrantAsync("all", Everything);
        Bench.Directory.Refresh();
        told.ShouldBe(1);
        Bench.Directory.Refresh();
        told.ShouldBe(1);
        Bench.Settings.Change(new AgentOptions { PerDay = 7 });
        Bench.Directory.Refresh();
        told.ShouldBe(2);
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
}

public sealed class AgentStoreOnSqliteTests() : AgentStoreTests(TestStore.Sqlite);

public sealed class AgentStoreOnPostgreSqlTests() : AgentStoreTests(TestStore.PostgreSql);
