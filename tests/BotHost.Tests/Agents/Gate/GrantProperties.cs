using BotHost.Access;
using FsCheck;
using FsCheck.Fluent;
using Random = System.Random;

namespace BotHost.Tests.Agents.Gate;

/// <summary>What holds for all grants and all calls. FsCheck prints the seed of a failure.</summary>
public sealed class GrantProperties
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_given_without_a_grant_that_gives_it() => For((chance, call) =>
    {
        var grants = Grants(chance).Where(grant => !grant.Gives(call.Resource, AgentJudge.Least(call.Needs))).ToList();
        return Verdict(grants, call, new World()) == AgentVerdict.Denied;
    });

    [Fact]
    public void A_narrowing_never_gives_more() => For((chance, call) =>
    {
        var grants = Grants(chance);
        var at = grants.FindIndex(grant => !grant.IsDeny);
        if (at < 0)
            return true;
        var narrowed = grants.ToList();
        narrowed[at] = Narrow(grants[at], chance);
        return Verdict(narrowed, call, new World()) <= Verdict(grants, call, new World());
    });

    [Fact]
    public void A_refusal_never_gives_more_and_a_narrower_one_never_refuses_more() => For((chance, call) =>
    {
        var grants = Grants(chance);
        var deny = new AgentGrant("no", Resources(chance), AgentLevel.Off);
        var (without, whole, narrowed) = (Verdict(grants, call, new World()), Verdict([.. grants, deny], call, new World()), Verdict([.. grants, Narrow(deny, chance)], call, new World()));
        return whole <= narrowed && narrowed <= without;
    });

    [Fact]
    public void A_refusal_that_reaches_a_call_is_never_overridden() => For((chance, call) =>
        Verdict([.. Grants(chance), new AgentGrant("no", Enum.GetValues<AgentResource>(), AgentLevel.Off), .. Grants(chance)], call, new World()) == AgentVerdict.Denied);

    [Fact]
    public void What_is_not_known_never_gives_more() => For((chance, call) =>
    {
        var grants = Grants(chance);
        var hidden = World.Questions.Where(_ => chance.Next(3) == 0);
        return Verdict(grants, call, World.Hiding(hidden)) <= Verdict(grants, call, new World());
    });

    [Fact]
    public void The_order_of_grants_does_not_matter() => For((chance, call) =>
    {
        var grants = Grants(chance);
        return Verdict([.. grants.OrderBy(_ => chance.Next())], call, new World()) == Verdict(grants, call, new World());
    });

    private static void For(Func<Random, AgentCall, bool> holds)
    {
        var allowed = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var chance = new Random(seed);
            var call = Call(chance);
            if (Verdict(Grants(new Random(seed)), call, new World()) != AgentVerdict.Denied)
                allowed++;
            return holds(chance, call);
        }));
        allowed.ShouldBeGreaterThan(200, "a property of calls that are all denied says nothing");
    }

    private static AgentVerdict Verdict(IReadOnlyList<AgentGrant> grants, AgentCall call, World world)
    {
        var agent = new AgentProfile("triage", WebexIdentity.Bot) { Grants = grants };
        var judged = AgentJudge.JudgeAsync(agent, new AgentCallView(call, world, TestContext.Current.CancellationToken), Now);
        judged.IsCompleted.ShouldBeTrue();
        return judged.Result.Giving is not [var first, ..] ? AgentVerdict.Denied
            : first.NeedsApproval(call.Tool, AgentJudge.Least(call.Needs)) ? AgentVerdict.NeedsApproval : AgentVerdict.Allowed;
    }

    private static List<AgentGrant> Grants(Random chance) => [.. Enumerable.Range(0, chance.Next(1, 5)).Select(i =>
    {
        // Few refusals, or nothing would be given.
        var level = chance.Next(6) == 0 ? AgentLevel.Off : (AgentLevel)chance.Next(1, 4);
        var grant = new AgentGrant($"grant-{i}", Resources(chance), level)
        {
            Approval = level != AgentLevel.Off && chance.Next(3) == 0 ? ["full"] : [],
        };
        return chance.Next(3) == 0 ? grant : Narrow(grant, chance);
    })];

    /// <summary>One narrowing more, of a kind that it does not have yet.</summary>
    private static AgentGrant Narrow(AgentGrant grant, Random chance) => chance.Next(6) switch
    {
        0 when grant.Spaces.Count == 0 => grant with { Spaces = Some(chance, World.Ops, World.Hr, World.WithAlice, World.WithMallory) },
        1 when grant.Teams.Count == 0 => grant with { Teams = Some(chance, World.TeamOps, World.TeamHr) },
        2 when grant.Domains.Count == 0 => grant with { Domains = Some(chance, "example.com", "sub.example.com", "evil.example") },
        3 when grant.WriteTo.Count == 0 => grant with { WriteTo = Some(chance, AgentGrant.ToSpaces, World.Alice, "mallory@evil.example", "@example.com", "@sub.example.com") },
        4 when grant.Hours is null => grant with { Hours = AgentHours.Read(chance.Next(2) == 0 ? "08:00-13:00" : "13:00-08:00", null, "UTC", []) },
        _ when !grant.IsDeny && grant.Approval.Count == 0 => grant with { Approval = ["use"] },
        _ => grant,
    };

    private static AgentCall Call(Random chance)
    {
        string?[] spaces = [null, null, World.Ops, World.Hr, World.WithAlice, World.WithMallory, "elsewhere"];
        string?[] people = [null, null, World.Alice, World.Bob, World.Mallory, "somebody"];
        string?[] emails = [null, null, "alice@example.com", "ALICE@sub.example.com", "mallory@evil.example", "new@example.com", "odd@@example.com"];
        var call = new AgentCall("webex-tool", Resources(chance)[0], (AgentLevel)chance.Next(4));
        return call with
        {
            Room = Pick(spaces, chance) is { } space ? new RoomId(space) : null,
            Team = chance.Next(4) == 0 ? new TeamId(World.TeamOps) : null,
            Person = Pick(people, chance) is { } person ? new PersonId(person) : null,
            Email = Pick(emails, chance),
            IsDirect = chance.Next(3) == 0,
            IsList = chance.Next(4) == 0,
        };
    }

    private static AgentResource[] Resources(Random chance) => chance.Next(3) switch
    {
        0 => [AgentResource.Messages],
        1 => [AgentResource.Messages, AgentResource.Memberships],
        _ => [AgentResource.Memberships, AgentResource.Messages],
    };

    private static T Pick<T>(T[] from, Random chance) => from[chance.Next(from.Length)];

    private static string[] Some(Random chance, params string[] from) => [.. from.OrderBy(_ => chance.Next()).Take(chance.Next(1, from.Length + 1))];
}
