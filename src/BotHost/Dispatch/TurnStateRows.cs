using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.State;
using BotHost.Storage;

namespace BotHost.Dispatch;

/// <summary>
/// The values of a turn: each read once and written down like any other step that changes nothing, what is set kept until the turn ends.
/// </summary>
internal sealed class TurnStateRows(StateStore store, TurnJournal journal, QueuedEvent handled, TimeProvider time) : IStateRows, ITurnPart
{
    /// <summary>The step's name: those of a turn that has to run again because of a conflict are forgotten by it.</summary>
    public const string ReadStep = "state.read";

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Owner, string Name), Entry> _entries = [];
    private bool _isOver;

    public async Task<byte[]?> ReadAsync(string owner, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue((owner, name), out var known))
                return known.Value;
        }

        var read = await journal.ReadAsync(ReadStep, $"{owner} {name}", _ => Task.FromResult(Find(owner, name)), cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            // Set while it was read, by a handler that does two things at a time.
            if (_entries.TryGetValue((owner, name), out var set))
                return set.Value;
            _entries[(owner, name)] = new Entry(read.Value, read.Version, IsChanged: false);
            return read.Value;
        }
    }

    public void Write(string owner, string name, byte[]? json)
    {
        lock (_gate)
        {
            if (_isOver)
                throw new TurnOverException();
            _entries[(owner, name)] = new Entry(json, _entries.GetValueOrDefault((owner, name))?.Before, IsChanged: true);
        }
    }

    /// <summary>Nothing can be set any more.</summary>
    public void Close()
    {
        lock (_gate)
            _isOver = true;
    }

    /// <summary>What was set so far is stored already, by an earlier run of the handler; others may have changed it since.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            foreach (var (key, _) in _entries.Where(entry => entry.Value.IsChanged))
                _entries.Remove(key);
        }
    }

    /// <summary>Stores what was set, within the transaction that ends the turn.</summary>
    /// <exception cref="StateConflictException">Somebody else changed what was read.</exception>
    public void Commit(WriteSession session)
    {
        StateChange[] changes;
        lock (_gate)
        {
            changes = [.. _entries.Where(entry => entry.Value.IsChanged)
                .Select(entry => new StateChange(entry.Key.Owner, entry.Key.Name, entry.Value.Value, entry.Value.Before))];
        }

        // An attempt stores what it sets once: its number makes a version that no other write has.
        if (changes.Length > 0)
            StateStore.Write(session, changes, (handled.Sequence << 20) | (uint)handled.Attempt, time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    private Read Find(string owner, string name) => store.Find(owner, name) is { } found ? new Read(found.Value, found.Version) : new Read(null, 0);

    private sealed record Entry(byte[]? Value, long? Before, bool IsChanged);

    private sealed record Read(byte[]? Value, long Version);
}
