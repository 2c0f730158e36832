using BotHost.Access;
using BotHost.Storage;
using BotHost.Tests.Webex;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Access;

/// <summary>The agents' audit of a host, without the host.</summary>
internal sealed class AuditBench
{
    private readonly IStoreEngine _engine;
    private readonly AuditOpen _open;

    public AuditBench(IStoreEngine engine, Database database, string? key = null, bool keepsTexts = false, FakeClock? clock = null)
    {
        (_engine, Database, Clock) = (engine, database, clock ?? new FakeClock());
        Options = Microsoft.Extensions.Options.Options.Create(new AgentAuditOptions { AuditKey = key, AuditTexts = keepsTexts });
        Keys = new AuditKeys(Options);
        Chain = new AuditChain(Keys, Clock);
        _open = new AuditOpen(engine);
        Audit = new AgentAudit(database, Chain, _open, Options, Clock, NullLogger<AgentAudit>.Instance);
    }

    public static readonly RoomId Incidents = new("room-incidents");

    public static AgentDecision Allowed { get; } = new(AgentVerdict.Allowed, "incident-posting", "allowed by grant incident-posting");

    public static AgentDecision Denied { get; } = new(AgentVerdict.Denied, null, "no grant covers it");

    public FakeClock Clock { get; }

    public Database Database { get; }

    public IOptions<AgentAuditOptions> Options { get; }

    public AuditKeys Keys { get; }

    public AuditChain Chain { get; }

    public AgentAudit Audit { get; }

    public AuditRetention Retention => new(Database, Chain, Options, Clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A call as most are.</summary>
    public static AuditedCall Call(AgentDecision? decision = null, string tool = "webex-create-message", PersonId? person = null, string? text = null) => new(
        "triage", WebexIdentity.Bot, new AgentCall(tool, AgentResource.Messages, AgentLevel.Use) { Room = Incidents, Person = person }, decision ?? Allowed)
    {
        IdentityName = "BotHost", Title = "Incidents", Session = "session-1", Request = "7", Text = text,
    };

    public Task<long> DecideAsync(AuditedCall? call = null, Action<WriteSession, long>? also = null) => Audit.DecidedAsync(call ?? Call(), also, Cancelled);

    /// <summary>A call from its decision to its end.</summary>
    public async Task<long> MakeAsync(AuditedCall? call = null, AuditedOutcome? outcome = null)
    {
        var number = await DecideAsync(call);
        await Audit.EndedAsync(number, outcome ?? AuditedOutcome.Done("message-1"));
        return number;
    }

    public AuditFindings Verify((long, string)? known = null) => Database.ReadAtOneMoment(connection => new AuditVerifier(connection, Keys).Verify(known));

    public IReadOnlyList<string> Sentences() => Database.Read(connection => AuditReader.Decisions(connection, null, 0, null, 100)).Reverse().Select(AuditSentence.Of).ToList();

    /// <summary>What the host that leads does again and again.</summary>
    public async Task<int> CloseAsync()
    {
        using var leader = new Leader(_engine, Clock, NullLogger<Leader>.Instance);
        using var keeper = new AuditKeeper(_engine, Database, leader, Audit, _open, Clock, NullLogger<AuditKeeper>.Instance);
        return await keeper.CloseAsync(Cancelled);
    }

    /// <summary>What each host does again and again.</summary>
    public Task<int> BeatAsync() => Database.WriteAsync(_open.Beat, cancellationToken: Cancelled);

    public Task<int> WriteAsync(string sql) => Database.WriteAsync(session => session.Execute(sql), cancellationToken: Cancelled);
}
