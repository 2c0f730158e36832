using BotHost.Access;

namespace BotHost.Tests.Agents.Gate;

/// <summary>Whom a call concerns, however they are named.</summary>
public sealed class ConcernedTests : AgentTest
{
    [Theory]
    [InlineData(""" "Spaces":"space-boss-0123456789" """)]
    [InlineData(""" "WriteTo":"boss@example.com" """)]
    public async Task A_refused_person_is_refused_in_every_spelling_of_their_id(string narrowing)
    {
        await GrantAsync("all", "full", "messages");
        await GrantAsync("no", "off", "messages", narrowing);

        foreach (var spelling in (string[])[Boss.Id, Boss.Uuid, Boss.Uuid.ToUpperInvariant(), Boss.Id + "==", $"ciscospark://us/PEOPLE/{Boss.Uuid}"])
            (await Bench.DecideAsync(Agent, To(spelling), new Boss())).Reason.ShouldBe("denied by grant no", spelling);
        (await Bench.DecideAsync(Agent, To(World.Alice), new Boss())).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task Who_is_invited_is_concerned_too()
    {
        await GrantAsync("some", "use", "meetings", """ "Domains":"example.com" """);
        await GrantAsync("others", "use", "meetings", """ "Domains":"evil.example" """);

        (await DecideAsync("bob@example.com")).Verdict.ShouldBe(AgentVerdict.Allowed);
        (await DecideAsync("bob@example.com", "mallory@evil.example")).Verdict.ShouldBe(AgentVerdict.Denied);
        (await DecideAsync("alice@example.com")).Verdict.ShouldBe(AgentVerdict.Denied, "she has an address elsewhere");
        (await DecideAsync("stranger@example.com")).Verdict.ShouldBe(AgentVerdict.Denied, "nobody knows where else");

        await GrantAsync("all", "full", "meetings");
        (await DecideAsync("mallory@evil.example")).Reason.ShouldBe("allowed by grant all");
        await GrantAsync("no", "off", "meetings", """ "Domains":"evil.example" """);
        (await DecideAsync("bob@example.com", "mallory@evil.example")).Reason.ShouldBe("denied by grant no");
    }

    private static AgentCall To(string person) => new("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Person = new PersonId(person), IsDirect = true };

    private Task GrantAsync(string name, string level, string resources, string narrowing = "") =>
        Bench.GrantAsync(name, $$"""{"Resources":"{{resources}}","Level":"{{level}}"{{(narrowing.Length > 0 ? "," : "")}}{{narrowing}}}""");

    private ValueTask<AgentDecision> DecideAsync(params string[] invited) => Bench.DecideAsync(
        Agent, new AgentCall("webex-update-meeting", AgentResource.Meetings, AgentLevel.Use) { Person = new PersonId(World.Bob), Invited = invited });

    /// <summary>Somebody with a direct space, whose id Webex knows in all spellings, and whose addresses it does not tell.</summary>
    private sealed class Boss : ICallFacts
    {
        public const string Uuid = "bbceb1ad-43f1-3b58-9147-f14bb0c4d154";

        public static readonly string Id = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ciscospark://us/PEOPLE/{Uuid}")).TrimEnd('=');

        public ValueTask<TeamId?> TeamOfAsync(RoomId room, CancellationToken cancellationToken) => default;

        public ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room, CancellationToken cancellationToken) => new((true, new PersonId(Id)));

        public ValueTask<IReadOnlyList<string>> EmailsOfAsync(PersonId person, CancellationToken cancellationToken) => new([]);

        public ValueTask<PersonId?> PersonOfAsync(string email, CancellationToken cancellationToken) => new(new PersonId(Id));

        public ValueTask<string?> TitleOfAsync(RoomId room, CancellationToken cancellationToken) => default;
    }
}
