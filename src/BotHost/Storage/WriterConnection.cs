namespace BotHost.Storage;

/// <summary>
/// The writer's connection, opened again when it was lost: at once the first time, then with pauses that grow to two seconds,
/// in which nobody waits for a server that is not there.
/// </summary>
internal sealed class WriterConnection(IStoreEngine engine, WriteSession first, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(2);

    private WriteSession? _session = first;
    private TimeSpan _pause;
    private long _refusedAt;
    private StoreException? _refusal;

    /// <summary>The open session, or a new one.</summary>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public WriteSession Session() => _session ??= Reopen();

    /// <summary>Lets go of a connection that is broken.</summary>
    public void Drop()
    {
        _session?.Dispose();
        _session = null;
    }

    public void Dispose() => Drop();

    private WriteSession Reopen()
    {
        if (_refusal is not null && time.GetElapsedTime(_refusedAt) < _pause)
            throw _refusal;
        try
        {
            var session = new WriteSession(engine.Open());
            (_refusal, _pause) = (null, TimeSpan.Zero);
            return session;
        }
        catch (Exception e) when (engine.Judge(e) != Fault.OfTheWrite)
        {
            _pause = TimeSpan.FromTicks(Math.Clamp(_pause.Ticks * 2, ShortestPause.Ticks, LongestPause.Ticks));
            _refusedAt = time.GetTimestamp();
            throw _refusal = new StoreException(engine.Explain(e), e);
        }
    }
}
