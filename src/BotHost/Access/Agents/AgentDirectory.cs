using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>
/// Knows the agents. What is asked is answered as settings and store stand at that moment: the store counts its changes, and on one that hosts share
/// that number is looked at each time.
/// </summary>
internal sealed partial class AgentDirectory(
    Database database, IStoreEngine engine, IOptionsMonitor<AgentOptions> options, AgentTokens tokens, TimeProvider time, ILogger<AgentDirectory> logger)
{
    private static readonly long Hour = (long)TimeSpan.FromHours(1).TotalMilliseconds;

    private readonly Lock _reading = new();
    private readonly OnceAMinute _log = new(time);
    private Reading? _last;
    private AgentOptions? _goodOptions;
    private long _changes;

    /// <summary>Raised when what an agent may do changed, here or on another host, perhaps for nothing. Whoever hears it must not wait.</summary>
    public event Action? Changed;

    /// <summary>All of them, by name.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<AgentProfile> List() => [.. Now().Agents.OrderBy(agent => agent.Name, StringComparer.Ordinal)];

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public AgentProfile? Find(string name) => Now().Find(name);

    /// <summary>The agent that comes with this key or token; null where it proves nothing. One that is stopped is known, and refused by the gate.</summary>
    /// <exception cref="StoreException">The store cannot be read: nobody knows whether it does.</exception>
    public async Task<AgentProfile?> AuthenticateAsync(string bearer, CancellationToken cancellationToken)
    {
        if (AgentKey.IdIn(bearer) is not { } id)
            return await tokens.SubjectAsync(bearer, cancellationToken).ConfigureAwait(false) is { } subject ? Now().WithSubject(subject) : null;
        var book = Now();
        var key = book.Key(id);
        if (!AgentKey.Proves(bearer, key?.Hash) || key!.HasExpired(time.GetUtcNow()) || book.Find(key.Agent) is not { } agent)
            return null;
        await NoteUseAsync(key, cancellationToken).ConfigureAwait(false);
        return agent;
    }

    /// <summary>To be called when a write that changed something is committed, before anybody is told.</summary>
    public void Forget() => Interlocked.Increment(ref _changes);

    /// <summary>Looks whether anything changed, and tells. Where nobody has asked yet, there is nobody to tell.</summary>
    public void Refresh()
    {
        if (Volatile.Read(ref _last) is not null)
            Now();
    }

    /// <summary>As things stand.</summary>
    internal AgentBook Now() => Fresh() is { } last && (!engine.IsShared || database.Read(AgentLedger.Version) == last.Stored.Version) ? last : Read();

    /// <summary>As they stood when somebody last asked, but for what was changed on this host, which costs nothing to know.</summary>
    internal AgentBook Last() => Fresh() ?? Read();

    private AgentBook? Fresh() =>
        Volatile.Read(ref _last) is { } last && last.Changes == Interlocked.Read(ref _changes) && ReferenceEquals(last.Options, Settings()) ? last.Book : null;

    private AgentBook Read()
    {
        AgentBook book;
        lock (_reading)
        {
            var (changes, settings, isFirst) = (Interlocked.Read(ref _changes), Settings(), _last is null);
            book = new AgentBook(settings, database.Read(AgentLedger.Read));
            Volatile.Write(ref _last, new Reading(book, settings, changes));
            foreach (var problem in book.Problems)
                Log.Unreadable(logger, problem);
            if (isFirst)
                return book;
        }

        Changed?.Invoke();
        return book;
    }

    /// <summary>A setting that cannot be used, because somebody is at it, must not open a door nor close one: the last good ones stay.</summary>
    private AgentOptions Settings()
    {
        try
        {
            return _goodOptions = options.CurrentValue;
        }
        catch (Exception e) when (_goodOptions is not null && e is OptionsValidationException or InvalidOperationException)
        {
            if (_log.May("settings"))
                Log.BadSettings(logger, string.Join(" ", (e as OptionsValidationException)?.Failures ?? [e.Message]));
            return _goodOptions!;
        }
    }

    private async Task NoteUseAsync(StoredKey key, CancellationToken cancellationToken)
    {
        var hour = time.GetUtcNow().ToUnixTimeMilliseconds() / Hour * Hour;
        if (key.UsedAt >= hour)
            return;
        try
        {
            await database.WriteAsync(session => AgentLedger.Used(session, key.Id, hour), cancellationToken: cancellationToken).ConfigureAwait(false);
            key.UsedAt = hour;
        }
        catch (StoreException)
        {
            // Whether it was used is nice to know; the gate will say what is wrong with the store.
        }
    }

    private sealed record Reading(AgentBook Book, AgentOptions Options, long Changes);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Problem} It refuses everything until it is given anew or revoked; see `agent show`")]
        public static partial void Unreadable(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Error, "The settings of agents were changed to what cannot be used, so the last ones stay in force: {Problems} (said once a minute at most)")]
        public static partial void BadSettings(ILogger logger, string problems);
    }
}
