using System.Collections.Concurrent;
using BotHost.Storage;

namespace BotHost.Access;

/// <summary>
/// Which allowed calls have not ended, and on which host. A host gives a sign of life for its own; those of a host that is gone are found here.
/// Derived from the chain, and no part of it.
/// </summary>
internal sealed class AuditOpen(IStoreEngine engine)
{
    /// <summary>How long a host of a shared store may give no sign of life: three are missed, and it stood still for long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>By the server's clock. A store of our own has one host, whose clock does not matter.</summary>
    private readonly string _now = engine.IsShared ? "(extract(epoch FROM clock_timestamp()) * 1000)::bigint" : "0";

    /// <summary>Who we are, in this process and no other.</summary>
    private readonly string _host = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Ended here, and it could not be written down what came of them.</summary>
    private readonly ConcurrentDictionary<long, bool> _lost = [];

    public void Add(WriteSession session, long number) => session.Execute(
        $"INSERT INTO audit_open (number, host, seen_at) VALUES (@number, @host, {_now})", ("@number", number), ("@host", _host));

    public static void Remove(WriteSession session, long number) => session.Execute("DELETE FROM audit_open WHERE number = @number", ("@number", number));

    /// <summary>Gives this host up as the one that will end a call.</summary>
    public void Lose(long number) => _lost[number] = true;

    /// <summary>Says, on a shared store, that this host still sees to its calls.</summary>
    public int Beat(WriteSession session) => session.Execute(
        $"UPDATE audit_open SET seen_at = {_now} WHERE host = @host AND NOT (number = ANY(@lost))", ("@host", _host), ("@lost", _lost.Keys.ToArray()));

    /// <summary>The calls nobody will end. Held, on a shared store, until the transaction ends.</summary>
    public IReadOnlyList<long> Abandoned(WriteSession session) => engine.IsShared
        ? session.Rows<long>(
            $"SELECT number FROM audit_open WHERE seen_at < {_now} - @patience ORDER BY number FOR UPDATE SKIP LOCKED",
            ("@patience", (long)Patience.TotalMilliseconds))
        : [.. session.Rows<OpenRow>("SELECT number AS Number, host AS Host FROM audit_open ORDER BY number")
            .Where(open => open.Host != _host || _lost.ContainsKey(open.Number)).Select(open => open.Number)];

    public void Forget(IEnumerable<long> ended)
    {
        foreach (var number in ended)
            _lost.TryRemove(number, out _);
    }

    private sealed class OpenRow
    {
        public long Number { get; init; }
        public string Host { get; init; } = "";
    }
}
