using System.Data;
using System.Data.Common;
using System.Threading.Channels;

namespace BotHost.Storage;

/// <summary>
/// The store of a host, in whichever engine: one writer, whose waiting writes are committed together, so that many webhooks cost
/// one fsync; readers beside it.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly IStoreEngine _engine;
    private readonly Writer _writer;

    /// <summary>Opens the store, makes or migrates its tables, and holds it until disposed, the engine with it.</summary>
    /// <exception cref="StoreException">The store cannot be reached, is unreadable, damaged or too new.</exception>
    public Database(IStoreEngine engine, TimeProvider time)
    {
        _engine = engine;
        try
        {
            var connection = engine.Open();
            Schema.Migrate(connection, engine);
            _writer = new Writer(engine, new WriterConnection(engine, new WriteSession(connection), time));
        }
        catch (Exception e)
        {
            engine.Dispose();
            if (e is StoreException || engine.Judge(e) == Fault.OfTheWrite)
                throw;
            throw new StoreException(engine.Explain(e), e);
        }
    }

    /// <summary>Whether the last write failed for a reason of the store's own: a full disk, a damaged file, a lost server.</summary>
    public bool IsFailing => _writer.IsFailing;

    /// <summary>
    /// Runs <paramref name="work"/> on the writer and returns its result once it is stored for good. <paramref name="committed"/> runs
    /// on the writer too, after the commit and in commit order. The work may run several times (when another write of its group
    /// fails, when another host was at the same rows) and must touch nothing but the session; an exception of a statement ends it.
    /// A write that was queued is carried out even if the caller stops waiting.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written, or was lost while it committed: then the write may be stored or not.</exception>
    /// <exception cref="UnstorableException">A value is one that this store cannot hold.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteSession, T> work, Action<T>? committed = null, CancellationToken cancellationToken = default)
    {
        var write = new QueuedWrite<T>(work, committed);
        try
        {
            await _writer.QueueAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreException("The store is closed: this host has ended.", e);
        }

        return await write.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs <paramref name="work"/> on a connection of its own, which does not wait for the writer. It reads only, and may run twice.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public T Read<T>(Func<DbConnection, T> work)
    {
        try
        {
            try
            {
                return Once();
            }
            catch (Exception e) when (_engine.Judge(e) is Fault.ConnectionLost or Fault.Conflict)
            {
                // A connection kept from before the server was restarted is found dead when it is used.
                return Once();
            }
        }
        catch (Exception e) when (_engine.Judge(e) is Fault.OfTheStore or Fault.ConnectionLost or Fault.Conflict)
        {
            throw new StoreException(_engine.Explain(e), e);
        }

        T Once()
        {
            using var connection = _engine.Rent();
            return work(connection);
        }
    }

    /// <summary>As <see cref="Read"/>, and sees the store as it is at one moment, however many statements it takes.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public T ReadAtOneMoment<T>(Func<DbConnection, T> work) => Read(connection =>
    {
        Run(_engine.Dialect.BeginMoment);
        try
        {
            return work(connection);
        }
        finally
        {
            if (connection.State == ConnectionState.Open)
                Run("ROLLBACK");
        }

        void Run(string statement)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    });

    /// <summary>Makes what was deleted unreadable in the store's files too, as far as this machine has them.</summary>
    /// <returns>Whether all of it is: not while somebody reads what was.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public bool Scrub()
    {
        try
        {
            return _engine.Scrub();
        }
        catch (Exception e) when (_engine.Judge(e) != Fault.OfTheWrite)
        {
            throw new StoreException(_engine.Explain(e), e);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _engine.Dispose();
    }
}
