using BotHost.Access;

namespace BotHost.Operations;

/// <summary>Commands about what agents prove themselves with.</summary>
internal sealed class AgentKeyCommands(AgentChanges changes, TimeProvider time)
{
    private const long MostDays = 3650, MostHours = 24 * 30;

    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<AgentKeyCommands>("agent key list", null, "the keys of agents, by their ids", c => c.ListAsync, ("agent", "name")),
        AdminCommand.Change<AgentKeyCommands>("agent key new", "agent", "makes a key and shows it, once; it ends after so many days, if said", c => c.NewAsync, ("days", "number")),
        AdminCommand.Change<AgentKeyCommands>("agent key rotate", "key", "makes another key; this one still counts for so many hours, 24 unless said", c => c.RotateAsync, ("hours", "number"), ("days", "number")),
        AdminCommand.Change<AgentKeyCommands>("agent key revoke", "key", "takes a key away, at once", c => c.RevokeAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var keys = changes.Book.Stored.Keys.Where(key => call["agent"] is not { } agent || key.Agent == agent).ToList();
        return Task.FromResult(AdminAnswer.Done(keys.Count == 0 ? "No such keys." : null, AgentTables.Keys(keys, time.GetUtcNow())));
    }

    private Task<AdminAnswer> NewAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!TryNumber(call, "days", MostDays, out var days))
            return Task.FromResult(AdminAnswer.BadInput($"The days lie between 1 and {MostDays}."));
        var (key, id, hash) = AgentKey.New();
        return changes.OnAgentAsync(call, "agent key new", (_, _) => null, (session, now) =>
        {
            AgentLedger.AddKey(session, new StoredKey { Id = id, Agent = call["agent"]!, Hash = hash, AddedAt = now, ExpiresAt = After(now, days) });
            return Shown(key, $"This is the key {id} of {call["agent"]}. It is shown this once; only its hash is kept.");
        }, cancellationToken);
    }

    private Task<AdminAnswer> RotateAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!TryNumber(call, "hours", MostHours, out var hours) || !TryNumber(call, "days", MostDays, out var days))
            return Task.FromResult(AdminAnswer.BadInput($"The hours lie between 1 and {MostHours}, the days between 1 and {MostDays}."));
        var (old, (key, id, hash)) = (call["key"]!, AgentKey.New());
        return changes.RunAsync(call, "agent key rotate", $"key {old}", (session, now) =>
        {
            if (AgentLedger.FindKey(session, old) is not { } known || known.ExpiresAt <= now)
                return NoSuch(old);
            var end = now + (long)TimeSpan.FromHours(hours ?? 24).TotalMilliseconds;
            AgentLedger.EndKey(session, old, end);
            AgentLedger.AddKey(session, new StoredKey { Id = id, Agent = known.Agent, Hash = hash, AddedAt = now, ExpiresAt = After(now, days) });
            return Shown(key, $"This is the key {id} of {known.Agent}. It is shown this once; only its hash is kept. The old one, {old}, ends {Choices.Time(Math.Min(end, known.ExpiresAt ?? end)):yyyy-MM-dd HH:mm'Z'}.");
        }, cancellationToken);
    }

    private Task<AdminAnswer> RevokeAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var id = call["key"]!;
        return changes.RunAsync(call, "agent key revoke", $"key {id}", (session, _) => AgentLedger.RemoveKey(session, id)
            ? AdminAnswer.Done($"The key {id} is revoked. Whoever comes with it is refused from now on, on every host.")
            : NoSuch(id), cancellationToken);
    }

    private static AdminAnswer Shown(string key, string sentence) => AdminAnswer.Done(sentence, AdminTable.Of("key", ("key", key)));

    private static AdminAnswer NoSuch(string id) => AdminAnswer.NotFound($"There is no key {id} that counts. Take one from `agent key list`: its id, not the key itself.");

    private static long? After(long now, long? days) => days is { } number ? now + (long)TimeSpan.FromDays(number).TotalMilliseconds : null;

    private static bool TryNumber(AdminCall call, string name, long most, out long? number)
    {
        number = call.Number(name);
        return call[name] is null || (number >= 1 && number <= most);
    }
}
