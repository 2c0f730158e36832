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

    public Leader(IStoreEngine engine, TimeProvider time, ILogger<Leader> logger)
    {
        (_engine, _time, _logger) = (engine, time, logger);
        if (!engine.IsShared)
            _leading.SetResult();
    }

    public bool IsLeader => Volatile.Read(ref _leading).Task.IsCompleted;

    /// <summary>Completes when this host leads, at once where it does. It may have lost the lead again when the caller goes on.</summary>
    public Task WhenLeaderAsync(CancellationToken cancellationToken) => Volatile.Read(ref _leading).Task.WaitAsync(cancellationToken);

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
            // Shorter than the server takes to give up on this machine and hand the lock to another.
            var question = new CommandDefinition(
                IsLeader ? "SELECT true" : $"SELECT pg_try_advisory_lock({AdvisoryLock.Leader}, {AdvisoryLock.OfThisSchema})",
                commandTimeout: 5, cancellationToken: cancellationToken);
            if (await connection.ExecuteScalarAsync<bool>(question).ConfigureAwait(false) && !IsLeader)
                Win();
            return connection;
        }
        catch (Exception e) when (_engine.Judge(e) != Fault.OfTheWrite)
        {
            Lose();
            connection?.Dispose();
            return null;
        }
    }

    private void Win()
    {
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
