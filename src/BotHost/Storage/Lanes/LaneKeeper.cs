using System.Data.Common;
using Dapper;

namespace BotHost.Storage;

/// <summary>
/// Keeps this host's lanes in a shared store: gives back what workers have done with, gives signs of life, and takes as many lanes as
/// workers wait for. One round does all of that, when the bell rings and at least once a second. On a store of our own it does nothing.
/// </summary>
internal sealed partial class LaneKeeper : BackgroundService
{
    /// <summary>Hosts of a server call each other by this name. Bots beside each other in one database hear each other for nothing.</summary>
    public const string Channel = "bothost_lanes";

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(3);

    private readonly IStoreEngine _engine;
    private readonly LaneTable _table;
    private readonly LaneBell _bell;
    private readonly LeaseTimes _times;
    private readonly TimeProvider _time;
    private readonly ILogger<LaneKeeper> _logger;
    private readonly LeasedLanes[] _sets;
    private DbConnection? _connection;
    private long _renewedAt, _lookedAt;

    public LaneKeeper(
        IStoreEngine engine, LaneTable table, LaneBell bell, LeaseTimes times, IEnumerable<LeasedLanes> sets, TimeProvider time, ILogger<LaneKeeper> logger)
    {
        (_engine, _table, _bell, _times, _time, _logger) = (engine, table, bell, times, time, logger);
        _sets = [.. sets];
        _renewedAt = _lookedAt = time.GetTimestamp();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_engine.IsShared)
            return;
        await using var poll = _time.CreateTimer(_ => _bell.Ring(), null, TimeSpan.Zero, _times.Poll);
        try
        {
            while (true)
            {
                await _bell.HearAsync(stoppingToken).ConfigureAwait(false);
                if (!await TryAsync(RoundAsync, stoppingToken).ConfigureAwait(false))
                    await Task.Delay(_times.Poll, _time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            using var goodbye = new CancellationTokenSource(LongestGoodbye, _time);
            Array.ForEach(_sets, set => set.Close());
            await TryAsync(GiveBackAsync, goodbye.Token).ConfigureAwait(false);
        }
        finally
        {
            _connection?.Dispose();
        }
    }

    private async Task<bool> TryAsync(Func<DbConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(_connection ??= Open(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(_logger, e.Message);
            _connection?.Dispose();
            _connection = null;
            return false;
        }
    }

    private DbConnection Open()
    {
        var connection = _engine.Open();
        // Nobody was promised that a lane stays taken: what is begun in it is confirmed by a commit of its own, which comes to disk after this.
        connection.Execute("SET synchronous_commit = off");
        return connection;
    }

    private async Task RoundAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await GiveBackAsync(connection, cancellationToken).ConfigureAwait(false);
        if (_time.GetElapsedTime(_renewedAt) >= _times.Renewal)
            await RenewAsync(connection, cancellationToken).ConfigureAwait(false);

        var looks = _time.GetElapsedTime(_lookedAt) >= _times.Poll;
        var found = 0;
        foreach (var set in _sets)
        {
            if (looks)
                found += await TakeAsync(connection, set, _table.ClaimAbandonedAsync, cancellationToken).ConfigureAwait(false);
            await TakeAsync(connection, set, _table.ClaimDueAsync, cancellationToken).ConfigureAwait(false);
        }

        // Where some were found there may be more than there were workers.
        if (looks && found == 0)
            _lookedAt = _time.GetTimestamp();

        // More work came than there are workers here: perhaps another host has some.
        if (_sets.Count(set => set.Overflowed()) > 0)
            await connection.ExecuteAsync(new CommandDefinition("NOTIFY " + Channel, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task<int> TakeAsync(
        DbConnection connection, LeasedLanes set, Func<DbConnection, string, int, string[], CancellationToken, Task<IReadOnlyList<ClaimedLane>>> claim,
        CancellationToken cancellationToken)
    {
        if (set.Wanted is not (var wanted and > 0))
            return 0;
        var since = _time.GetTimestamp();
        string[] ours = [.. set.Leases.Select(lease => lease.Name)];
        var claimed = await claim(connection, set.Set, wanted, ours, cancellationToken).ConfigureAwait(false);
        set.Add(claimed, since);
        return claimed.Count;
    }

    private async Task GiveBackAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var set in _sets)
        {
            if (set.TakeGivenBack() is not { Count: > 0 } given)
                continue;
            try
            {
                await _table.GiveBackAsync(connection, given, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                set.Return(given);
                throw;
            }
        }
    }

    private async Task RenewAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp();
        foreach (var set in _sets)
        {
            var leases = set.Leases;
            set.Renewed(leases, await _table.RenewAsync(connection, leases, cancellationToken).ConfigureAwait(false), since);
        }

        _renewedAt = since;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The lanes of the store cannot be reached ({Reason}); tried again each second. Other hosts take this one's over")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
