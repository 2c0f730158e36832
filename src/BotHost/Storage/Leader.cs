using System.Data.Common;
using Dapper;

namespace BotHost.Storage;

/// <summary>
/// Whether this host is the one that does what only one may: on a store of its own always, on a shared one while it holds a lock there. The lock
/// goes with the connection: when the host or the server ends, another host takes it within a second or two.
/// </summary>
/// <remarks>
/// A host finds out that it lost the lock within a second or a few. In that time two may believe to lead, so what leads must be harmless when
/// it is done twice, or be decided by a write to the store.
/// </remarks>
internal sealed partial class Leader : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly IStoreEngine _engine;
    private readonly TimeProvider _time;
    private readonly ILogger<Leader> _logger;
    private TaskCompletionSource _leading = NotYet();
    private volatile bool _letsOthersWork;
    private bool _othersWork;

    public Leader(IStoreEngine engine, TimeProvider time, ILogger<Leader> logger)
    {
        (_engine, _time, _logger) = (engine, time, logger);
        if (!engine.IsShared)
            _leading.SetResult();
    }

    public bool IsLeader => Volatile.Read(ref _leading).Task.IsCompleted;

    /// <summary>Completes when this host leads, at once where it does. It may have lost the lead again when the caller goes on.</summary>
    public Task WhenLeaderAsync(CancellationToken cancellationToken) => Volatile.Read(ref _leading).Task.WaitAsync(cancellationToken);

    /// <summary>Says, from within a second or so and for as long as this host leads, that nothing of its doing comes before the work of others.</summary>
    public void LetOthersWork() => _letsOthersWork = IsLeader;

    /// <summary>Whether a host leads this shared store that has said so. One that ended, however it did, says it no more.</summary>
    public async Task<bool> MayOthersWorkAsync(CancellationToken cancellationToken)
    {
        await using var connection = _engine.Rent();
        // To have it for the moment of the question is to know that nobody holds it.
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"SELECT NOT pg_try_advisory_xact_lock_shared({AdvisoryLock.OthersWork}, {AdvisoryLock.OfThisSchema})", cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_engine.IsShared)
            return;
        using var second = new PeriodicTimer(Interval, _time);
        DbConnection? connection = null;
        try
        {
            do
            {
                connection = await CampaignAsync(connection, stoppingToken).ConfigureAwait(false);
            }
            while (await second.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        finally
        {
            Lose();
            connection?.Dispose();
        }
    }

    /// <summary>Takes the lock, or makes sure that it is still held; returns the connection to go on with.</summary>
    private async Task<DbConnection?> CampaignAsync(DbConnection? connection, CancellationToken cancellationToken)
    {
        try
        {
            connection ??= _engine.Open();
            if (!IsLeader && await TakeAsync(connection, AdvisoryLock.Leader, cancellationToken).ConfigureAwait(false))
                Win();
            else if (IsLeader && _letsOthersWork && !_othersWork)
                _othersWork = await TakeAsync(connection, AdvisoryLock.OthersWork, cancellationToken).ConfigureAwait(false);
            else if (IsLeader)
                await AskAsync(connection, "SELECT true", cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (Exception e) when (_engine.Judge(e) != Fault.OfTheWrite)
        {
            Lose();
            connection?.Dispose();
            return null;
        }
    }

    private static Task<bool> TakeAsync(DbConnection connection, int purpose, CancellationToken cancellationToken) =>
        AskAsync(connection, $"SELECT pg_try_advisory_lock({purpose}, {AdvisoryLock.OfThisSchema})", cancellationToken);

    private static Task<bool> AskAsync(DbConnection connection, string question, CancellationToken cancellationToken) =>
        // Shorter than the server takes to give up on this machine and hand the lock to another.
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(question, commandTimeout: 5, cancellationToken: cancellationToken));

    private void Win()
    {
        (_letsOthersWork, _othersWork) = (false, false);
        _leading.SetResult();
        Log.Leads(_logger);
    }

    private void Lose()
    {
        if (!IsLeader)
            return;
        Volatile.Write(ref _leading, NotYet());
        Log.LeadsNoMore(_logger);
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This host leads")]
        public static partial void Leads(ILogger logger);

        [LoggerMessage(LogLevel.Information, "This host leads no more")]
        public static partial void LeadsNoMore(ILogger logger);
    }
}
