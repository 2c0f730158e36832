namespace BotHost.Access;

/// <summary>Every agent at one moment: the settings' and the store's. It does not change; another takes its place.</summary>
internal sealed class AgentBook
{
    private readonly Dictionary<string, AgentProfile> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AgentProfile> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredKey> _keys;
    private readonly List<string> _problems = [];

    public AgentBook(AgentOptions options, StoredAgents stored)
    {
        Stored = stored;
        _keys = stored.Keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        foreach (var agent in AgentReader.Read(options).Agents.Concat(stored.Agents.Select(row => Read(row, options)).OfType<AgentProfile>()))
        {
            // What the settings say of a name outranks what the store does.
            if (_agents.ContainsKey(agent.Name))
                continue;
            var row = stored.Agents.FirstOrDefault(known => known.Name == agent.Name);
            var known = agent with
            {
                IsStopped = stored.AreStopped || row?.StoppedAt is not null,
                RefusalsPerMinute = options.RefusalsPerMinute,
                Grants = [.. agent.Grants, .. stored.Grants.Where(grant => grant.Agent == agent.Name).Select(Read)],
            };
            _agents.Add(known.Name, known);
            if (known.Subject is { } subject)
                _subjects.TryAdd(subject, known);
        }
    }

    /// <summary>What it was read from.</summary>
    public StoredAgents Stored { get; }

    /// <summary>Whether all are switched off at once.</summary>
    public bool AreStopped => Stored.AreStopped;

    public IReadOnlyCollection<AgentProfile> Agents => _agents.Values;

    /// <summary>What the store holds and this host cannot read, in sentences for its log.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public AgentProfile? Find(string name) => _agents.GetValueOrDefault(name);

    public AgentProfile? WithSubject(string subject) => _subjects.GetValueOrDefault(subject);

    public StoredKey? Key(string id) => _keys.GetValueOrDefault(id);

    private AgentProfile? Read(StoredAgent row, AgentOptions options)
    {
        if (row.Identity is null)
            return null;
        if (WebexIdentity.Parse(row.Identity) is not { } identity)
        {
            _problems.Add($"The stored agent {row.Name} has an identity that this version does not know.");
            return null;
        }

        return new AgentProfile(row.Name, identity)
        {
            Subject = row.Subject,
            PerMinute = (int)(row.PerMinute ?? options.PerMinute),
            PerDay = (int)(row.PerDay ?? options.PerDay),
        };
    }

    /// <summary>One that cannot be read may have been a refusal: it refuses everything until somebody looks.</summary>
    private AgentGrant Read(StoredGrant row)
    {
        var (grant, problems) = AgentGrantReader.Parse(row.Rule) is { } said ? AgentGrantReader.Read(row.Name, said) : (null, ["is no JSON of a grant."]);
        if (grant is not null)
            return grant;
        _problems.AddRange(problems.Select(problem => $"The stored grant {row.Name} of {row.Agent} {problem}"));
        return new AgentGrant(row.Name, Enum.GetValues<AgentResource>(), AgentLevel.Off);
    }
}
