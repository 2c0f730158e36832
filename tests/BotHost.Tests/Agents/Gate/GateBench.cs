using BotHost.Access;
using BotHost.Storage;
using BotHost.Tests.Storage;
using BotHost.Tests.Webex;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Agents.Gate;

/// <summary>What decides about agents on one host, without the host.</summary>
internal sealed class GateBench : IDisposable
{
    private readonly AgentTokens _tokens;

    /// <param name="store">Shared with others, if given.</param>
    public GateBench(TestStore store, FakeClock? clock = null, AgentOptions? options = null)
    {
        Clock = clock ?? new FakeClock();
        Settings = new ChangingSettings(options ?? new AgentOptions());
        Engine = store.Engine();
        Database = new Database(Engine, TimeProvider.System);
        var host = new PublicAddress(Options.Create(new BotHostOptions { PublicUrl = "https://bot.example.com" }), server: null!);
        Authorization = new AgentAuthorization(Options.Create(Settings.CurrentValue), host);
        _tokens = new AgentTokens(Authorization, Clock, NullLogger<AgentTokens>.Instance);
        Directory = new AgentDirectory(Database, Engine, Settings, _tokens, Clock, NullLogger<AgentDirectory>.Instance);
        Budgets = new AgentBudgets(Database, Clock);
        Gate = new AgentGate(Directory, Budgets, Clock);
    }

    public FakeClock Clock { get; }

    public ChangingSettings Settings { get; }

    public IStoreEngine Engine { get; }

    public Database Database { get; }

    public AgentAuthorization Authorization { get; }

    public AgentDirectory Directory { get; }

    public AgentBudgets Budgets { get; }

    public AgentGate Gate { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Changes something as commands do.</summary>
    public async Task WriteAsync(Action<WriteSession> work)
    {
        await Database.WriteAsync(session =>
        {
            work(session);
            return 0;
        }, _ => Directory.Forget(), Cancelled);
    }

    public async Task<AgentProfile> AddAsync(string name = "triage", int? perMinute = 0, int? perDay = 0)
    {
        await WriteAsync(session => AgentLedger.Add(session, new StoredAgent { Name = name, Identity = "bot", PerMinute = perMinute, PerDay = perDay, AddedAt = 1 }));
        return Directory.Find(name)!;
    }

    public Task GrantAsync(string name, string json, string agent = "triage") =>
        WriteAsync(session => AgentLedger.Grant(session, new StoredGrant { Agent = agent, Name = name, Rule = json, AddedAt = 1 }));

    public async Task<(string Key, string Id)> NewKeyAsync(string agent)
    {
        var (key, id, hash) = AgentKey.New();
        await WriteAsync(session => AgentLedger.AddKey(session, new StoredKey { Id = id, Agent = agent, Hash = hash, AddedAt = 1 }));
        return (key, id);
    }

    public ValueTask<AgentDecision> DecideAsync(AgentProfile agent, AgentCall call, ICallFacts? facts = null) => Gate.DecideAsync(agent, call, facts ?? new World(), Cancelled);

    public void Dispose()
    {
        _tokens.Dispose();
        Database.Dispose();
    }
}

/// <summary>Settings that a person changes while the host runs.</summary>
internal sealed class ChangingSettings(AgentOptions options) : IOptionsMonitor<AgentOptions>
{
    private Action<AgentOptions, string?>? _changed;
    private AgentOptions _current = options;

    public AgentOptions CurrentValue
    {
        get
        {
            var result = new AgentOptionsValidator().Validate(null, _current);
            return result.Failed ? throw new OptionsValidationException("", typeof(AgentOptions), result.Failures) : _current;
        }
    }

    public AgentOptions Get(string? name) => CurrentValue;

    public void Change(AgentOptions options)
    {
        _current = options;
        _changed?.Invoke(options, null);
    }

    public IDisposable? OnChange(Action<AgentOptions, string?> listener)
    {
        _changed += listener;
        return null;
    }
}

/// <summary>A few spaces and people, and how much of them can be seen.</summary>
internal sealed class World : ICallFacts
{
    public const string Alice = "person-alice-0123456789", Bob = "person-bob-0123456789", Mallory = "person-mallory-0123456789";
    public const string Ops = "space-ops-0123456789", Hr = "space-hr-0123456789", WithAlice = "space-alice-0123456789", WithMallory = "space-mallory-0123456789";
    public const string TeamOps = "team-ops-0123456789", TeamHr = "team-hr-0123456789";

    private static readonly Dictionary<string, string[]> Emails = new()
    {
        [Alice] = ["alice@example.com", "alice@sub.example.com"], [Bob] = ["bob@example.com"], [Mallory] = ["mallory@evil.example"],
    };

    private readonly HashSet<string> _hidden = [];

    /// <summary>What can be asked: everything, by its name.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        .. new[] { Ops, Hr, WithAlice, WithMallory }.SelectMany(space => new[] { $"team {space}", $"direct {space}" }),
        .. Emails.Keys.Select(person => $"emails {person}"), .. Emails.Values.SelectMany(all => all).Select(email => $"person {email}"),
    ];

    public int Asked { get; private set; }

    /// <summary>As this world, of which these questions get no answer.</summary>
    public static World Hiding(IEnumerable<string> questions)
    {
        var world = new World();
        world._hidden.UnionWith(questions);
        return world;
    }

    public ValueTask<TeamId?> TeamOfAsync(RoomId room, CancellationToken cancellationToken) => new(Sees($"team {room.Value}")
        ? room.Value switch { Ops => new TeamId(TeamOps), Hr => new TeamId(TeamHr), _ => null }
        : null);

    public ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room, CancellationToken cancellationToken) => new(Sees($"direct {room.Value}")
        ? room.Value switch { WithAlice => (true, new PersonId(Alice)), WithMallory => (true, new PersonId(Mallory)), Ops or Hr => (false, null), _ => null }
        : null);

    public ValueTask<IReadOnlyList<string>> EmailsOfAsync(PersonId person, CancellationToken cancellationToken) =>
        new(Sees($"emails {person.Value}") && Emails.TryGetValue(person.Value, out var all) ? all : []);

    public ValueTask<PersonId?> PersonOfAsync(string email, CancellationToken cancellationToken) => new(Sees($"person {email.ToLowerInvariant()}")
        && Emails.FirstOrDefault(person => person.Value.Contains(email, StringComparer.OrdinalIgnoreCase)).Key is { } id ? new PersonId(id) : null);

    public ValueTask<string?> TitleOfAsync(RoomId room, CancellationToken cancellationToken) => new(room.Value);

    private bool Sees(string question)
    {
        Asked++;
        return !_hidden.Contains(question);
    }
}
