using BotHost.Access;

namespace BotHost.Operations;

/// <summary>Commands about agents: who there is, and whether they are let in. What stands in the settings is shown here and changed there.</summary>
internal sealed class AgentCommands(AgentChanges changes, TimeProvider time)
{
    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<AgentCommands>("agent list", null, "the AI agents this host knows, and as whom each acts", c => c.ListAsync),
        AdminCommand.Read<AgentCommands>("agent show", "agent", "one agent: what it is given and refused, and its keys", c => c.ShowAsync),
        AdminCommand.Change<AgentCommands>("agent add", "agent", "makes an agent known; it may do nothing yet", c => c.AddAsync, ("identity", "who"), ("subject", "text"), ("per-minute", "number"), ("per-day", "number")),
        AdminCommand.Change<AgentCommands>("agent stop", "agent", "switches one agent off, at once and on every host", c => c.StopAsync),
        AdminCommand.Change<AgentCommands>("agent start", "agent", "switches it on again", c => c.StartAsync),
        AdminCommand.Change<AgentCommands>("agent remove", "agent", "takes it away with its grants and keys, at once", c => c.RemoveAsync),
        AdminCommand.Change<AgentCommands>("agents stop", null, "switches every agent off, at once and on every host", c => c.StopAllAsync),
        AdminCommand.Change<AgentCommands>("agents start", null, "switches them on again, but for those that were stopped alone", c => c.StartAllAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var book = changes.Book;
        var keys = book.Stored.Keys.Where(key => !key.HasExpired(time.GetUtcNow())).ToLookup(key => key.Agent);
        return Task.FromResult(AdminAnswer.Done(
            book.Agents.Count == 0 ? "No agents." : book.AreStopped ? "All agents are stopped. To start them: agents start" : null,
            new AdminTable("agents", ["agent", "identity", "from", "state", "grants", "keys", "used"],
            [
                .. book.Agents.OrderBy(agent => agent.Name, StringComparer.Ordinal).Select(agent => new object?[]
                {
                    agent.Name, agent.Identity.ToString(), AgentTables.From(agent.IsConfigured), AgentTables.State(agent), agent.Grants.Count, keys[agent.Name].Count(),
                    Choices.Time(keys[agent.Name].Max(key => key.UsedAt)),
                }),
            ])));
    }

    private Task<AdminAnswer> ShowAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var book = changes.Book;
        if (book.Find(call["agent"]!) is not { } agent)
            return Task.FromResult(AgentChanges.NoSuch(call["agent"]!));
        var start = !agent.IsStopped ? null : $"It is stopped. To start it: {(book.AreStopped ? "agents start" : $"agent start {agent.Name}")}";
        return Task.FromResult(AdminAnswer.Done(
            start, AgentTables.Agent(agent), AgentTables.Grants(agent), AgentTables.Keys(book.Stored.Keys.Where(key => key.Agent == agent.Name), time.GetUtcNow())));
    }

    private Task<AdminAnswer> AddAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var name = call["agent"]!;
        var identity = call["identity"] is { } said ? WebexIdentity.Parse(said.Trim()) : null;
        var subject = string.IsNullOrWhiteSpace(call["subject"]) ? null : call["subject"]!.Trim();
        if (!AgentWords.IsName(name))
            return Task.FromResult(AdminAnswer.BadInput($"'{name}' {AgentWords.NameRule}."));
        if (identity is null)
            return Task.FromResult(AdminAnswer.BadInput("Say as whom it acts at Webex: --identity bot, --identity person:<id> or --identity service:<name>"));
        if (!TryLimit(call, "per-minute", 6000, out var perMinute) || !TryLimit(call, "per-day", 1_000_000, out var perDay))
            return Task.FromResult(AdminAnswer.BadInput("The limits lie between 0 and 6000 a minute, and between 0 and 1000000 a day; 0 is without end."));
        var book = changes.Book;
        if (book.Find(name) is { IsConfigured: true })
            return Task.FromResult(AdminAnswer.Trouble($"{name} stands in the settings already."));
        if (subject is not null && book.WithSubject(subject) is { } other)
            return Task.FromResult(AdminAnswer.Trouble($"That subject is {other.Name}'s. A token must mean one of them."));

        return changes.RunAsync(call, "agent add", $"agent {name}", (session, now) =>
            AgentLedger.Add(session, new StoredAgent { Name = name, Identity = identity.ToString(), Subject = subject, PerMinute = perMinute, PerDay = perDay, AddedAt = now })
                ? AdminAnswer.Done($"{name} is known, acts as {identity}, and may do nothing yet. Next: agent grant {name} --name …, then agent key new {name}")
                : AdminAnswer.Trouble($"There is an agent {name} already. See it: agent show {name}"), cancellationToken);
    }

    private Task<AdminAnswer> StopAsync(AdminCall call, CancellationToken cancellationToken) => changes.OnAgentAsync(call, "agent stop", (_, _) => null, (session, now) =>
    {
        AgentLedger.Stop(session, call["agent"]!, now);
        return AdminAnswer.Done($"{call["agent"]} is stopped, on every host, also after a restart. To start it: agent start {call["agent"]}");
    }, cancellationToken);

    private Task<AdminAnswer> StartAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var but = changes.Book.AreStopped ? ", but all agents are: agents start" : ".";
        return changes.OnAgentAsync(call, "agent start", (_, _) => null, (session, _) =>
        {
            AgentLedger.Start(session, call["agent"]!);
            return AdminAnswer.Done($"{call["agent"]} is not stopped any more{but}");
        }, cancellationToken);
    }

    private Task<AdminAnswer> RemoveAsync(AdminCall call, CancellationToken cancellationToken) => changes.OnAgentAsync(
        call, "agent remove",
        (_, agent) => agent.IsConfigured ? $"{agent.Name} stands in the settings, and is taken away there. To switch it off at once: agent stop {agent.Name}" : null,
        (session, _) =>
        {
            AgentLedger.Remove(session, call["agent"]!);
            return AdminAnswer.Done($"{call["agent"]} is removed, with its grants and keys.");
        }, cancellationToken);

    private Task<AdminAnswer> StopAllAsync(AdminCall call, CancellationToken cancellationToken) => changes.RunAsync(call, "agents stop", "all agents", (session, now) =>
    {
        AgentLedger.StopAll(session, now);
        return AdminAnswer.Done("All agents are stopped, on every host, also after a restart. To start them: agents start");
    }, cancellationToken);

    private Task<AdminAnswer> StartAllAsync(AdminCall call, CancellationToken cancellationToken) => changes.RunAsync(call, "agents start", "all agents", (session, _) =>
    {
        AgentLedger.StartAll(session);
        return AdminAnswer.Done("Agents are let in again, but for those that were stopped alone: see `agent list`.");
    }, cancellationToken);

    /// <summary>Null where nothing is said.</summary>
    private static bool TryLimit(AdminCall call, string name, long most, out long? limit)
    {
        limit = call.Number(name);
        return call[name] is null || limit <= most;
    }
}
