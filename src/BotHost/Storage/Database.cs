using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage;

/// <summary>
/// One SQLite file with one writer. Writes that wait together are committed together, so that many webhooks cost one fsync;
/// a write's task completes only after that commit.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int LargestGroup = 512;

    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly FileLock _lock;
    private readonly WriteSession _session;
    private readonly string _connectionString;
    private readonly Task _writer;

    /// <summary>Opens the file, makes or migrates its tables, and holds it until disposed.</summary>
    /// <exception cref="StoreException">The file is in use by another host, unreadable, damaged or too new.</exception>
    public Database(string connectionString)
    {
        _ = SystemSqlite.Version;
        (_connectionString, File) = Locate(connectionString);
        _lock = FileLock.Take(File);
        try
        {
            var connection = Open();
            Schema.Migrate(connection, File);
            _session = new WriteSession(connection);
        }
        catch (SqliteException e)
        {
            _lock.Dispose();
            throw new StoreException($"{File} is not a usable SQLite database ({e.Message}). Restore it from a back-up, "
                + "or name another file with Storage:ConnectionString.", e);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }

        _writer = Task.Run(CommitAsync);
    }

    /// <summary>The database file, absolute.</summary>
    public string File { get; }

    /// <summary>Whether the last write failed for a reason of the store's own: a full disk, a damaged file.</summary>
    public bool IsFailing { get; private set => Volatile.Write(ref field, value); }

    /// <summary>
    /// Runs <paramref name="work"/> on the writer and returns its result once it is on disk. <paramref name="committed"/> runs
    /// on the writer too, after the commit and in commit order. The work may run twice (when another write of its group
    /// fails) and must touch nothing but the database. A write that was queued is carried out even if the caller stops waiting.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<WriteSession, T> work, Action<T>? committed = null, CancellationToken cancellationToken = default)
    {
        var write = new Write<T>(work, committed);
        await _writes.Writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        return await write.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs <paramref name="work"/> on a connection of its own, which does not wait for the writer.</summary>
    public T Read<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Open();
        return work(connection);
    }

    public void Dispose()
    {
        if (!_writes.Writer.TryComplete())
            return;
        _writer.Wait();
        _session.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        _lock.Dispose();
    }

    private async Task CommitAsync()
    {
        var group = new List<Write>(LargestGroup);
        while (await _writes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < LargestGroup && _writes.Reader.TryRead(out var write))
                group.Add(write);
            Commit(group);
        }
    }

    private void Commit(List<Write> group)
    {
        try
        {
            _session.InTransaction(() => group.ForEach(w => w.Run(_session)));
        }
        catch (Exception e) when (group.Count == 1)
        {
            IsFailing = e is SqliteException;
            group[0].Fail(e);
            return;
        }
        catch (Exception)
        {
            // One bad write must not fail its neighbours: each again, alone.
            foreach (var write in group)
                Commit([write]);
            return;
        }

        IsFailing = false;
        group.ForEach(w => w.Complete());
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    private static (string ConnectionString, string File) Locate(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:")
                throw new StoreException("Storage:ConnectionString must name a file: Data Source=data/bothost.db");
            var file = Path.GetFullPath(builder.DataSource);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            builder.DataSource = file;
            return (builder.ToString(), file);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"Storage:ConnectionString cannot be used ({e.Message}). Example: Data Source=data/bothost.db", e);
        }
    }

    private abstract class Write
    {
        public abstract void Run(WriteSession session);
        public abstract void Complete();
        public abstract void Fail(Exception error);
    }

    private sealed class Write<T>(Func<WriteSession, T> work, Action<T>? committed) : Write
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Task => _done.Task;

        public override void Run(WriteSession session) => _result = work(session);

        public override void Complete()
        {
            committed?.Invoke(_result);
            _done.SetResult(_result);
        }

        public override void Fail(Exception error) => _done.SetException(error);
    }
}
