using BotHost.Access;

namespace BotHost.Tests.Agents.Gate;

/// <summary>What grants let through, one narrowing at a time.</summary>
public sealed class GrantTests : AgentTest
{
    private const string Posting = "webex-create-message", Deleting = "webex-delete-message";

    [Fact]
    public async Task Nothing_is_given_that_nobody_gave()
    {
        var decision = await DecideAsync(In(World.Ops, AgentLevel.Full, Deleting));

        decision.Verdict.ShouldBe(AgentVerdict.Denied);
        decision.Reason.ShouldBe("denied: no grant of triage covers deleting messages");
        decision.Cure.ShouldBe("Ask whoever operates the bot for it: agent grant triage --name <name> --resources messages --level full");
        Bench.Gate.Lists(Agent, Posting, AgentResource.Messages, AgentLevel.Read).ShouldBeFalse();
    }

    [Theory]
    [InlineData("read", true, false, false)]
    [InlineData("use", true, true, false)]
    [InlineData("full", true, true, true)]
    [InlineData("off", false, false, false)]
    public async Task A_level_holds_the_ones_before_it(string level, bool read, bool use, bool full)
    {
        await GrantAsync("some", level);

        foreach (var (needs, isAllowed) in new[] { (AgentLevel.Read, read), (AgentLevel.Use, use), (AgentLevel.Full, full) })
        {
            (await AllowsAsync(In(World.Ops, needs))).ShouldBe(isAllowed);
            Bench.Gate.Lists(Agent, Posting, AgentResource.Messages, needs).ShouldBe(isAllowed);
            (await AllowsAsync(In(World.Ops, needs) with { Resource = AgentResource.Spaces })).ShouldBeFalse("it is about messages");
        }
    }

    [Theory]
    [InlineData(""" "Spaces":"space-ops-0123456789" """, World.Ops, true)]
    [InlineData(""" "Spaces":"space-ops-0123456789" """, World.Hr, false)]
    [InlineData(""" "Spaces":"SPACE-OPS-0123456789" """, World.Ops, false)]
    [InlineData(""" "Spaces":"space-ops-01234567890" """, World.Ops, false)]
    [InlineData(""" "Spaces":"space-ops-0123456789;space-hr-0123456789" """, World.Hr, true)]
    [InlineData(""" "Teams":"team-ops-0123456789" """, World.Ops, true)]
    [InlineData(""" "Teams":"team-ops-0123456789" """, World.Hr, false)]
    [InlineData(""" "Teams":"team-ops-0123456789" """, World.WithAlice, false)]
    [InlineData(""" "WriteTo":"spaces" """, World.Ops, true)]
    [InlineData(""" "WriteTo":"spaces" """, World.WithAlice, false)]
    [InlineData(""" "WriteTo":"anybody" """, World.WithAlice, true)]
    [InlineData(""" "WriteTo":"alice@example.com" """, World.WithAlice, true)]
    [InlineData(""" "WriteTo":"ALICE@EXAMPLE.COM" """, World.WithAlice, true)]
    [InlineData(""" "WriteTo":"person-alice-0123456789" """, World.WithAlice, true)]
    [InlineData(""" "WriteTo":"person-bob-0123456789" """, World.WithAlice, false)]
    [InlineData(""" "WriteTo":"alice@example.com" """, World.Ops, false)]
    [InlineData(""" "WriteTo":"spaces;alice@example.com" """, World.Ops, true)]
    [InlineData(""" "WriteTo":"@evil.example" """, World.WithMallory, true)]
    [InlineData(""" "WriteTo":"@example.com" """, World.WithMallory, false)]
    [InlineData(""" "WriteTo":"@example.com" """, World.WithAlice, false)]
    [InlineData(""" "WriteTo":"@example.com;@sub.example.com" """, World.WithAlice, true)]
    [InlineData(""" "Domains":"evil.example" """, World.WithMallory, true)]
    [InlineData(""" "Domains":"example.com" """, World.WithAlice, false)]
    [InlineData(""" "Domains":"example.com" """, World.Ops, false)]
    public async Task What_is_narrowed_reaches_so_far(string narrowing, string space, bool isAllowed)
    {
        await GrantAsync("some", "use", narrowing);

        (await AllowsAsync(In(space, AgentLevel.Use))).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData(""" "Spaces":"space-ops-0123456789" """, World.Ops, true)]
    [InlineData(""" "Spaces":"space-ops-0123456789" """, World.Hr, false)]
    [InlineData(""" "Teams":"team-hr-0123456789" """, World.Hr, true)]
    [InlineData(""" "Teams":"team-hr-0123456789" """, World.WithAlice, false)]
    [InlineData(""" "Domains":"example.com" """, World.WithAlice, true)]
    [InlineData(""" "Domains":"example.com" """, World.WithMallory, false)]
    [InlineData(""" "Domains":"example.com" """, World.Ops, false)]
    [InlineData(""" "WriteTo":"@evil.example" """, World.WithMallory, true)]
    [InlineData(""" "WriteTo":"mallory@evil.example" """, World.Ops, false)]
    public async Task A_refusal_stands_whatever_else_is_given(string narrowing, string space, bool isRefused)
    {
        await GrantAsync("all", "full");
        await GrantAsync("no", "off", narrowing);

        var decision = await DecideAsync(In(space, AgentLevel.Use));

        decision.Verdict.ShouldBe(isRefused ? AgentVerdict.Denied : AgentVerdict.Allowed);
        decision.Reason.ShouldBe(isRefused ? "denied by grant no" : "allowed by grant all");
    }

    [Fact]
    public async Task A_refused_space_is_refused_by_its_person_too()
    {
        await GrantAsync("all", "full");
        await GrantAsync("no", "off", $""" "Spaces":"{World.WithMallory}" """);

        (await DecideAsync(To(World.Mallory))).Reason.ShouldBe("denied by grant no");
        (await DecideAsync(ToEmail("mallory@evil.example"))).Reason.ShouldBe("denied by grant no");
        (await AllowsAsync(To(World.Alice))).ShouldBeTrue();
        (await DecideAsync(ToEmail("stranger@evil.example"))).Reason.ShouldBe("denied by grant no: nobody can tell that it does not reach this");
    }

    [Fact]
    public async Task A_refused_space_is_refused_in_every_spelling_of_its_id_and_a_given_one_given_in_its_own()
    {
        const string uuid = "bbceb1ad-43f1-3b58-9147-f14bb0c4d154", id = "Y2lzY29zcGFyazovL3VzL1JPT00vYmJjZWIxYWQtNDNmMS0zYjU4LTkxNDctZjE0YmIwYzRkMTU0";
        string[] spellings =
        [
            uuid, uuid.ToUpperInvariant(), $" {id} ", id + "==", $"ciscospark://us/ROOM/{uuid}", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ciscospark://eu/ROOM/{uuid}")),
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ciscospark://us/TEAM/{uuid}")),
        ];
        await GrantAsync("one", "full", $""" "Spaces":"{id}" """);
        foreach (var spelling in spellings)
            (await AllowsAsync(In(spelling, AgentLevel.Use))).ShouldBeFalse(spelling);
        (await AllowsAsync(In(id, AgentLevel.Use))).ShouldBeTrue();

        await GrantAsync("all", "full");
        await GrantAsync("no", "off", $""" "Spaces":"{id}" """);
        foreach (var spelling in spellings.Append(id))
            (await DecideAsync(In(spelling, AgentLevel.Use))).Reason.ShouldBe("denied by grant no", spelling);
    }

    [Fact]
    public async Task A_space_is_not_taken_into_a_team_from_elsewhere()
    {
        await GrantAsync("ops", "full", """ "Teams":"team-ops-0123456789" """, "messages;spaces;teams");
        var moving = new AgentCall("webex-update-space", AgentResource.Spaces, AgentLevel.Use) { Room = new RoomId(World.Hr), Team = new TeamId(World.TeamOps) };

        (await AllowsAsync(moving)).ShouldBeFalse();
        (await AllowsAsync(moving with { Room = new RoomId(World.WithAlice) })).ShouldBeFalse();
        (await AllowsAsync(moving with { Room = new RoomId(World.Ops) })).ShouldBeTrue();
        (await AllowsAsync(moving with { Room = null })).ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_is_given_where_something_in_it_might_be_and_each_thing_is_shown_only_where_it_is()
    {
        await GrantAsync("ops", "read", """ "Spaces":"space-ops-0123456789" """);
        var list = new AgentCall("webex-get-message", AgentResource.Messages, AgentLevel.Read) { IsList = true };

        (await AllowsAsync(list)).ShouldBeTrue();
        (await SeesAsync(list with { Room = new RoomId(World.Ops) })).ShouldBeTrue();
        (await SeesAsync(list with { Room = new RoomId(World.Hr) })).ShouldBeFalse();
        (await SeesAsync(list)).ShouldBeFalse("a thing of which nobody knows where it is");
        (await AllowsAsync(list with { Needs = AgentLevel.Use })).ShouldBeFalse("what writes is no list");

        await GrantAsync("no", "off", """ "Domains":"evil.example" """);
        (await AllowsAsync(list)).ShouldBeTrue();
        (await SeesAsync(list with { Room = new RoomId(World.Ops), Person = new PersonId(World.Mallory) })).ShouldBeFalse();
    }

    [Fact]
    public async Task The_most_generous_grant_that_reaches_the_call_decides()
    {
        await GrantAsync("careful", "full", """ "Approval":"full", "Approvers":"alice@example.com" """);
        await GrantAsync("ops", "full", """ "Spaces":"space-ops-0123456789", "PerMinute":1 """);

        (await DecideAsync(In(World.Ops, AgentLevel.Full, Deleting))).Reason.ShouldBe("allowed by grant ops");
        (await DecideAsync(In(World.Ops, AgentLevel.Full, Deleting))).Verdict.ShouldBe(AgentVerdict.NeedsApproval, "the other has some left");
        var elsewhere = await DecideAsync(In(World.Hr, AgentLevel.Full, Deleting));
        elsewhere.Verdict.ShouldBe(AgentVerdict.NeedsApproval);
        elsewhere.Approvers.ShouldBe(["alice@example.com"]);
        elsewhere.ToString().ShouldNotContain("@");
        (await DecideAsync(In(World.Hr, AgentLevel.Use))).Reason.ShouldBe("allowed by grant careful");
    }

    [Theory]
    [InlineData(World.Alice, AgentVerdict.Allowed)]
    [InlineData(World.Mallory, AgentVerdict.NeedsApproval)]
    [InlineData("somebody", AgentVerdict.NeedsApproval)]
    public async Task Only_an_approvers_yes_is_one(string person, object expected)
    {
        await GrantAsync("careful", "full", """ "Approval":"webex-delete-message", "Approvers":"alice@example.com;person-bob-0123456789" """);
        var call = In(World.Ops, AgentLevel.Full, Deleting);

        (await DecideAsync(call with { ApprovedBy = new PersonId(person) })).Verdict.ShouldBe((AgentVerdict)expected);

        await Bench.WriteAsync(session => AgentLedger.Revoke(session, "triage", "careful"));
        (await DecideAsync(call with { ApprovedBy = new PersonId(World.Alice) })).Verdict.ShouldBe(AgentVerdict.Denied, "it was taken back while they thought");
    }

    [Fact]
    public async Task Webex_is_asked_once_and_only_where_a_grant_depends_on_it()
    {
        var world = new World();
        await GrantAsync("reading", "read");
        await Bench.DecideAsync(Agent, In(World.Ops, AgentLevel.Read), world);
        world.Asked.ShouldBe(0);

        foreach (var i in Enumerable.Range(0, 20))
            await GrantAsync($"no-{i}", "off", """ "Teams":"team-hr-0123456789" """);
        await Bench.DecideAsync(Agent, In(World.Ops, AgentLevel.Read), world);
        world.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Reasons_name_no_address()
    {
        await GrantAsync("mail", "use", """ "WriteTo":"alice@example.com" """);
        await GrantAsync("no", "off", """ "Domains":"evil.example" """);

        foreach (var call in new[] { To(World.Bob), ToEmail("mallory@evil.example"), ToEmail("bob@example.com"), In(World.WithMallory, AgentLevel.Use) })
        {
            var decision = await DecideAsync(call);
            decision.Verdict.ShouldBe(AgentVerdict.Denied);
            $"{decision} {decision.Cure}".ShouldNotContain("@");
        }
    }

    private static AgentCall In(string space, AgentLevel needs, string tool = Posting) => new(tool, AgentResource.Messages, needs) { Room = new RoomId(space) };

    private static AgentCall To(string person) => new(Posting, AgentResource.Messages, AgentLevel.Use) { Person = new PersonId(person), IsDirect = true };

    private static AgentCall ToEmail(string email) => new(Posting, AgentResource.Messages, AgentLevel.Use) { Email = email, IsDirect = true };

    private Task GrantAsync(string name, string level, string narrowing = "", string resources = "messages") =>
        Bench.GrantAsync(name, $$"""{"Resources":"{{resources}}","Level":"{{level}}"{{(narrowing.Length > 0 ? "," : "")}}{{narrowing}}}""");

    private ValueTask<AgentDecision> DecideAsync(AgentCall call) => Bench.DecideAsync(Agent, call);

    private async Task<bool> AllowsAsync(AgentCall call) => (await DecideAsync(call)).Verdict == AgentVerdict.Allowed;

    private ValueTask<bool> SeesAsync(AgentCall call) => Bench.Gate.SeesAsync(Agent, call, new World(), Cancelled);
}
