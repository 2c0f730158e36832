using System.Threading.Channels;

namespace BotHost.Storage;

/// <summary>
/// The one writer of a host. Writes that wait together are committed together; a write's task completes after that commit.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int LargestGroup = 512;

    /// <summary>How often a write that met another host at the same rows is said again.</summary>
    private const int MostTries = 5;

    private readonly Channel<QueuedWrite> _writes = Channel.CreateBounded<QueuedWrite>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly IStoreEngine _engine;
    private readonly WriterConnection _connection;
    private readonly Task _committing;

    public Writer(IStoreEngine engine, WriterConnection connection)
    {
        (_engine, _connection) = (engine, connection);
        _committing = Task.Run(CommitAsync);
    }

    /// <summary>Whether the last write failed for a reason of the store's own: a full disk, a damaged file, a lost server.</summary>
    public bool IsFailing { get; private set => Volatile.Write(ref field, value); }

    public ValueTask QueueAsync(QueuedWrite write, CancellationToken cancellationToken) => _writes.Writer.WriteAsync(write, cancellationToken);

    /// <summary>Commits what is queued, takes no more, and closes the connection.</summary>
    public void Dispose()
    {
        if (!_writes.Writer.TryComplete())
            return;
        _committing.Wait();
        _connection.Dispose();
    }

    private async Task CommitAsync()
    {
        var group = new List<QueuedWrite>(LargestGroup);
        while (await _writes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < LargestGroup && _writes.Reader.TryRead(out var write))
                group.Add(write);
            Commit(group);
        }
    }

    private void Commit(List<QueuedWrite> group, int tries = 1)
    {
        WriteSession? session = null;
        try
        {
            session = _connection.Session();
            session.InTransaction(() => group.ForEach(w => w.Run(session)));
        }
        catch (Exception e)
        {
            AfterFailure(group, session, e, tries);
            return;
        }

        IsFailing = false;
        group.ForEach(w => w.Complete());
    }

    private void AfterFailure(List<QueuedWrite> group, WriteSession? session, Exception error, int tries)
    {
        var fault = session is { IsOpen: true } ? _engine.Judge(error) : Fault.ConnectionLost;
        if (fault == Fault.ConnectionLost)
        {
            _connection.Drop();
            // What was not told to commit is not in the store, and may be said again. What was told to may be: saying it again
            // could do it twice.
            if (session is { IsCommitting: false } && tries == 1)
                Commit(group, tries + 1);
            else
                Fail(group, fault, error);
        }
        else if (group.Count > 1)
        {
            // One bad write must not fail its neighbours: each again, alone.
            foreach (var write in group)
                Commit([write]);
        }
        else if (fault == Fault.Conflict && tries < MostTries)
        {
            Commit(group, tries + 1);
        }
        else
        {
            Fail(group, fault, error);
        }
    }

    private void Fail(List<QueuedWrite> group, Fault fault, Exception error)
    {
        if (fault is Fault.OfTheStore or Fault.ConnectionLost)
            IsFailing = true;
        var said = error is StoreException ? error : fault switch
        {
            Fault.OfTheWrite => error,
            Fault.OfTheValue => new UnstorableException($"The store takes no such value ({error.Message}). Keep what carried it as bytes, in quarantine.", error),
            _ => new StoreException(_engine.Explain(error), error),
        };
        group.ForEach(w => w.Fail(said));
    }
}
