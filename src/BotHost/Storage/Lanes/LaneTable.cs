using System.Data.Common;
using Dapper;

namespace BotHost.Storage;

/// <summary>
/// The table that says which lanes have work, from when on, and whose they are: PostgreSQL only. A row is there while its lane has work or an
/// owner; while it has an owner, <c>due_at</c> says what was announced since. All times are the server's.
/// </summary>
/// <remarks>
/// Locks on rows are taken in the order of their names, once at the end of a transaction (announcements) or in one of its own, or not waited
/// for at all (claims): hosts do not lock each other out.
/// </remarks>
internal sealed class LaneTable(Database database, LeaseTimes times)
{
    private const string Now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint", Never = "9223372036854775807";

    /// <summary>Grows with each transaction, also for a lane whose row was gone in between.</summary>
    private const string NewFence = "pg_current_xact_id()::text::bigint";

    /// <summary>Who we are, in this process and no other.</summary>
    private readonly string _host = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    private readonly long _lease = (long)times.Lease.TotalMilliseconds;

    /// <summary>Says in a transaction that a lane has work so many milliseconds from now.</summary>
    public void Announce(WriteSession session, string name, long wait)
    {
        var announced = session.Collect<Dictionary<string, long>>(this, Announce);
        announced[name] = Math.Min(wait, announced.GetValueOrDefault(name, long.MaxValue));
    }

    /// <summary>Whether a lane is still ours. Nobody else gets it until the transaction ends.</summary>
    public bool Confirm(WriteSession session, string name, long fence) => session.Scalar(
        "SELECT 1 FROM lanes WHERE name = @name AND owner = @host AND fence = @fence FOR KEY SHARE",
        ("@name", name), ("@host", _host), ("@fence", fence)) is not null;

    /// <summary>Takes lanes that are free and due, the longest due first.</summary>
    public Task<IReadOnlyList<ClaimedLane>> ClaimDueAsync(DbConnection connection, string set, int most, string[] except, CancellationToken cancellationToken) =>
        ClaimAsync(connection, $"owner IS NULL AND due_at <= {Now}", "due_at", set, most, except, cancellationToken);

    /// <summary>Takes lanes whose owner has given no sign of life.</summary>
    public Task<IReadOnlyList<ClaimedLane>> ClaimAbandonedAsync(DbConnection connection, string set, int most, string[] except, CancellationToken cancellationToken) =>
        ClaimAsync(connection, $"owner IS NOT NULL AND lease_until <= {Now}", "lease_until", set, most, except, cancellationToken);

    /// <summary>Takes one lane, whether it has work or not; null while it is another's.</summary>
    public ClaimedLane? Claim(string name) => database.Read(connection => connection.QueryFirstOrDefault<ClaimedLane>(
        $"""
        WITH before AS (SELECT owner FROM lanes WHERE name = @name FOR UPDATE)
        INSERT INTO lanes (name, due_at, owner, fence, lease_until)
        SELECT @name, {Never}, @host, {NewFence}, {Now} + @lease FROM (SELECT count(owner) FROM before) AS looked_at_first
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, fence = excluded.fence, lease_until = excluded.lease_until
        WHERE lanes.owner IS NULL OR lanes.lease_until <= {Now}
        RETURNING name AS Name, fence AS Fence, (SELECT count(owner) FROM before) > 0 AS WasAbandoned
        """, new { name, host = _host, lease = _lease }));

    /// <summary>Gives a sign of life.</summary>
    /// <returns>The names of those that are still ours.</returns>
    public async Task<IReadOnlySet<string>> RenewAsync(DbConnection connection, IReadOnlyList<(string Name, long Fence)> ours, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            WITH ours AS (
                SELECT name FROM lanes JOIN unnest(@names, @fences) AS known (name, known_fence) USING (name)
                WHERE owner = @host AND fence = known_fence ORDER BY name FOR NO KEY UPDATE OF lanes)
            UPDATE lanes SET lease_until = {Now} + @lease FROM ours WHERE lanes.name = ours.name RETURNING lanes.name
            """,
            new { names = ours.Select(one => one.Name).ToArray(), fences = ours.Select(one => one.Fence).ToArray(), host = _host, lease = _lease },
            cancellationToken: cancellationToken)).ConfigureAwait(false)).ToHashSet();

    /// <summary>Gives lanes back. Those that are no longer ours are left to whoever has them.</summary>
    public Task GiveBackAsync(DbConnection connection, IReadOnlyList<GivenBack> given, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            WITH ours AS (
                SELECT name, wait, abandoned FROM lanes JOIN unnest(@names, @fences, @waits, @abandoned) AS given (name, given_fence, wait, abandoned) USING (name)
                WHERE owner = @host AND fence = given_fence ORDER BY name FOR NO KEY UPDATE OF lanes)
            UPDATE lanes SET owner = CASE WHEN abandoned THEN '' END, lease_until = 0, due_at = LEAST(due_at, {Now} + wait)
            FROM ours WHERE lanes.name = ours.name;

            DELETE FROM lanes WHERE name IN (
                SELECT name FROM lanes WHERE name = ANY(@names) AND owner IS NULL AND due_at = {Never} FOR UPDATE SKIP LOCKED);
            """,
            new
            {
                names = given.Select(one => one.Name).ToArray(),
                fences = given.Select(one => one.Fence).ToArray(),
                waits = given.Select(one => one.Wait).ToArray(),
                abandoned = given.Select(one => one.StaysAbandoned).ToArray(),
                host = _host,
            }, cancellationToken: cancellationToken));

    /// <summary>Whether this host has none of a set's lanes, and none waits for whoever comes.</summary>
    public bool IsQuiet(string set) => database.Read(connection => connection.ExecuteScalar<bool>(
        $"""
        SELECT NOT EXISTS (SELECT FROM lanes WHERE starts_with(name, @set)
            AND (owner = @host OR (owner IS NULL AND due_at <= {Now}) OR (owner IS NOT NULL AND lease_until <= {Now})))
        """, new { set, host = _host }));

    private async Task<IReadOnlyList<ClaimedLane>> ClaimAsync(
        DbConnection connection, string which, string order, string set, int most, string[] except, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ClaimedLane>(new CommandDefinition(
            $"""
            WITH found AS (
                SELECT name, owner FROM lanes WHERE {which} AND starts_with(name, @set) AND name <> ALL(@except)
                ORDER BY {order} LIMIT @most FOR UPDATE SKIP LOCKED)
            UPDATE lanes SET owner = @host, fence = {NewFence}, lease_until = {Now} + @lease, due_at = {Never}
            FROM found WHERE lanes.name = found.name
            RETURNING lanes.name AS Name, lanes.fence AS Fence, found.owner IS NOT NULL AS WasAbandoned
            """, new { set, most, except, host = _host, lease = _lease }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();

    private static void Announce(WriteSession session, Dictionary<string, long> announced) => session.Execute(
        $"""
        INSERT INTO lanes (name, due_at)
        SELECT name, {Now} + wait FROM unnest(@names, @waits) AS announced (name, wait) ORDER BY name
        ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at WHERE lanes.due_at > excluded.due_at
        """, ("@names", announced.Keys.ToArray()), ("@waits", announced.Values.ToArray()));
}

/// <summary>A lane that was taken, by its name in the table.</summary>
internal sealed record ClaimedLane(string Name, long Fence, bool WasAbandoned);

/// <summary>A lane to be given back, by its name in the table.</summary>
/// <param name="Wait">In how many milliseconds it has work; null where none is left.</param>
/// <param name="StaysAbandoned">Whether nobody has seen yet to what its last owner left open.</param>
internal sealed record GivenBack(string Name, long Fence, long? Wait, bool StaysAbandoned);
