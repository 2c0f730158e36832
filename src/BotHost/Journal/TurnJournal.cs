using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.Journal;

/// <summary>
/// The steps of one attempt at an event: what its handler asked of the world and was told. When the handler runs again, a recorded
/// step returns what it returned before and nothing is done twice. Steps are numbered as they are begun, so a handler must begin the
/// same ones in the same order each time; one that does not is found out.
/// </summary>
internal sealed partial class TurnJournal(
    Database database, WebexTime webexTime, TimeProvider time, TimeSpan settleTime, long @event, int attempt, Func<bool> isOurs,
    IReadOnlyDictionary<int, RecordedStep> recorded)
{
    private readonly Lock _gate = new();
    private readonly List<ReadStep> _unwritten = [];
    private int _last;
    private int _waiting;
    private bool _isOver;

    /// <summary>How many steps have been recorded that changed something.</summary>
    public int Changes { get; private set; } = recorded.Values.Count(step => step.BeganAt is not null);

    /// <summary>Whether there is anything of this event to forget.</summary>
    public bool IsEmpty { get; private set; } = recorded.Count == 0;

    /// <summary>Whether a step is waiting for Webex at this moment.</summary>
    public bool IsWaiting => Volatile.Read(ref _waiting) > 0;

    /// <summary>No step can be begun any more.</summary>
    public void Close()
    {
        lock (_gate)
            _isOver = true;
    }

    /// <summary>
    /// A step that changes nothing. Its result is kept in memory and written with the next step that does change something: until then,
    /// to be told something else by another run harms nobody.
    /// </summary>
    public async Task<T> ReadAsync<T>(string name, string arguments, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var (number, fingerprint) = Begin(name, arguments);
        if (Recorded(number, name, fingerprint) is { Result: { } known })
            return JsonSerializer.Deserialize<T>(known)!;

        var result = await WaitAsync(call(cancellationToken)).ConfigureAwait(false);
        Keep(new ReadStep(number, name, fingerprint, JsonSerializer.SerializeToUtf8Bytes(result)));
        return result;
    }

    /// <summary>As <see cref="ReadAsync{T}"/>, of what is known at once: the time, for one.</summary>
    public T Read<T>(string name, Func<T> read)
    {
        var (number, fingerprint) = Begin(name, "");
        if (Recorded(number, name, fingerprint) is { Result: { } known })
            return JsonSerializer.Deserialize<T>(known)!;
        var result = read();
        Keep(new ReadStep(number, name, fingerprint, JsonSerializer.SerializeToUtf8Bytes(result)));
        return result;
    }

    /// <summary>A step that changes something: written down before and after. One that was left open is looked into before it is done again.</summary>
    /// <exception cref="TurnOverException">Another attempt at the event has begun, or this one is over.</exception>
    /// <exception cref="UnsettledException">It was left open, and what it did cannot be seen yet.</exception>
    /// <exception cref="UnknownStepException">It was left open, and there is no evidence of what it did.</exception>
    public async Task<T> DoAsync<T>(Step<T> step, CancellationToken cancellationToken)
    {
        var (number, fingerprint) = Begin(step.Name, step.Arguments);
        var known = Recorded(number, step.Name, fingerprint);
        if (known is { Result: { } result })
            return JsonSerializer.Deserialize<T>(result)!;
        if (known is { BeganAt: { } began })
        {
            if (known.SettledAt > Now())
                throw new UnsettledException(await SettlesAsync(number, known.SettledAt.Value).ConfigureAwait(false));
            switch (await WaitAsync(step.Find(DateTimeOffset.FromUnixTimeMilliseconds(began), cancellationToken)).ConfigureAwait(false))
            {
                case { IsFound: true } evidence:
                    return await EndAsync(number, step, evidence.Result!).ConfigureAwait(false);
                case { IsAbsent: false }:
                    throw new UnknownStepException(number, step.Name);
            }
        }

        await IntendAsync(number, step.Name, fingerprint).ConfigureAwait(false);
        // This process may have stood still since: another host looks into the step before it does it.
        if (!isOurs())
            throw new TurnOverException();
        T done;
        try
        {
            done = await WaitAsync(step.Call(cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception e) when (step.IsKnownToHaveFailed(e))
        {
            await WithdrawAsync(number).ConfigureAwait(false);
            throw;
        }

        return await EndAsync(number, step, done).ConfigureAwait(false);
    }

    /// <summary>
    /// A step that is written down here and carried out by somebody else, whom <paramref name="add"/> tells of it in the same transaction.
    /// </summary>
    /// <returns>The step's number.</returns>
    public async Task<int> HandOverAsync(string name, string arguments, Action<WriteSession, int> add, CancellationToken cancellationToken)
    {
        var (number, fingerprint) = Begin(name, arguments);
        if (Recorded(number, name, fingerprint) is null)
            await IntendAsync(number, name, fingerprint, session => add(session, number)).WaitAsync(cancellationToken).ConfigureAwait(false);
        return number;
    }

    /// <summary>Waits for what was handed over, as for any answer of Webex.</summary>
    public Task WaitForAsync(Task ended) => WaitAsync(Awaited(ended));

    /// <summary>Forgets, in the transaction that ends the event, what was recorded; the subjects of steps stay, so that nobody else claims them.</summary>
    public void Forget(WriteSession session)
    {
        if (!IsEmpty)
            StepRows.Forget(session, @event);
    }

    private (int Number, string Fingerprint) Begin(string name, string arguments)
    {
        lock (_gate)
        {
            if (_isOver)
                throw new TurnOverException();
            return (++_last, Fingerprint(name, arguments));
        }
    }

    private static string Fingerprint(string name, string arguments) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{arguments}")))[..32];

    private RecordedStep? Recorded(int number, string name, string fingerprint)
    {
        if (!recorded.TryGetValue(number, out var step))
            return null;
        return step.Fingerprint == fingerprint ? step : throw new NotRepeatableException(number, step.Name, name);
    }

    private void Keep(ReadStep step)
    {
        lock (_gate)
            _unwritten.Add(step);
    }

    private async Task<T> WaitAsync<T>(Task<T> call)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await call.ConfigureAwait(false);
        }
        finally
        {
            // Left standing where the deadline passed in the middle of it: then it is Webex that was too slow.
            if (!call.IsCanceled)
                Interlocked.Decrement(ref _waiting);
        }
    }

    private static async Task<bool> Awaited(Task ended)
    {
        await ended.ConfigureAwait(false);
        return true;
    }

    private async Task IntendAsync(int number, string name, string fingerprint, Action<WriteSession>? also = null)
    {
        ReadStep[] reads;
        lock (_gate)
        {
            reads = [.. _unwritten];
            _unwritten.Clear();
        }

        var began = webexTime.Now.ToUnixTimeMilliseconds();
        var settles = Now() + (long)settleTime.TotalMilliseconds;
        await database.WriteAsync(session =>
        {
            TurnFence.Check(session, @event, attempt);
            foreach (var read in reads)
                StepRows.WriteRead(session, @event, read, Now());
            StepRows.WriteIntent(session, @event, number, name, fingerprint, began, settles);
            also?.Invoke(session);
            return 0;
        }).ConfigureAwait(false);
        Changes++;
        IsEmpty = false;
    }

    private async Task<T> EndAsync<T>(int number, Step<T> step, T result)
    {
        var now = Now();
        await database.WriteAsync(session =>
        {
            TurnFence.Check(session, @event, attempt);
            StepRows.WriteResult(session, @event, number, JsonSerializer.SerializeToUtf8Bytes(result), step.Subject(result), now);
            step.Also?.Invoke(session, result);
            return 0;
        }).ConfigureAwait(false);
        return result;
    }

    /// <summary>When an open step has settled. Further away than a step ever takes, it was written before the clock was set back: it begins anew.</summary>
    private async Task<long> SettlesAsync(int number, long settles)
    {
        var latest = Now() + (long)settleTime.TotalMilliseconds;
        if (settles <= latest)
            return settles;
        await database.WriteAsync(session =>
        {
            TurnFence.Check(session, @event, attempt);
            return session.Execute("UPDATE steps SET settled_at = @settles WHERE event = @event AND number = @number",
                ("@settles", latest), ("@event", @event), ("@number", number));
        }).ConfigureAwait(false);
        return latest;
    }

    private async Task WithdrawAsync(int number)
    {
        await database.WriteAsync(session =>
        {
            TurnFence.Check(session, @event, attempt);
            return StepRows.Withdraw(session, @event, number);
        }).ConfigureAwait(false);
        Changes--;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
