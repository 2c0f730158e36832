using System.Text;
using BotHost.Storage;
using Dapper;

namespace BotHost.State;

/// <summary>A value as it is stored.</summary>
/// <param name="Value">JSON.</param>
/// <param name="Version">Never the same again, also where the value was deleted in between.</param>
internal sealed record StoredState(byte[] Value, long Version);

/// <summary>A value that a turn wants changed.</summary>
/// <param name="Value">JSON; null to delete it.</param>
/// <param name="Before">The version it had when the turn read it: 0 where there was none, null where the turn did not look.</param>
internal sealed record StateChange(string Owner, string Name, byte[]? Value, long? Before);

/// <summary>Values of people, rooms and the bot, each with a version that says whether somebody else changed it meanwhile.</summary>
internal sealed class StateStore(Database database)
{
    public StoredState? Find(string owner, string name) => database.Read(connection => connection.QueryFirstOrDefault<StoredState>(
        "SELECT value AS Value, version AS Version FROM states WHERE owner = @owner AND name = @name", new { owner, name }));

    /// <summary>Writes what a turn wants changed, within a transaction.</summary>
    /// <exception cref="StateConflictException">Somebody else changed one of them since it was read.</exception>
    public static void Write(WriteSession session, IEnumerable<StateChange> changes, long version, long now)
    {
        // In one order for all, so that two hosts do not wait for each other.
        foreach (var change in changes.OrderBy(change => change.Owner, StringComparer.Ordinal).ThenBy(change => change.Name, StringComparer.Ordinal))
        {
            if (!Write(session, change, version, now))
                throw new StateConflictException();
        }
    }

    /// <summary>Forgets what is known of a person.</summary>
    public static int Erase(WriteSession session, string person) => session.Execute("DELETE FROM states WHERE owner = @owner", ("@owner", "person:" + person));

    /// <summary>How many values of anybody name a person.</summary>
    public static int CountNaming(WriteSession session, string person)
    {
        var name = Encoding.UTF8.GetBytes(person);
        return session.Rows<StoredState>("SELECT value AS Value, version AS Version FROM states").Count(state => state.Value.AsSpan().IndexOf(name) >= 0);
    }

    private static bool Write(WriteSession session, StateChange change, long version, long now)
    {
        var (owner, name) = (change.Owner, change.Name);
        switch (change)
        {
            case { Value: null, Before: null }:
                session.Execute("DELETE FROM states WHERE owner = @owner AND name = @name", ("@owner", owner), ("@name", name));
                return true;
            case { Value: null, Before: 0 }:
                return session.Scalar("SELECT 1 FROM states WHERE owner = @owner AND name = @name", ("@owner", owner), ("@name", name)) is null;
            case { Value: null }:
                return session.Execute("DELETE FROM states WHERE owner = @owner AND name = @name AND version = @before",
                    ("@owner", owner), ("@name", name), ("@before", change.Before)) == 1;
            case { Before: null or 0 }:
                return session.Execute(
                    $"""
                    INSERT INTO states (owner, name, value, version, changed_at) VALUES (@owner, @name, @value, @version, @now)
                    ON CONFLICT (owner, name) DO {(change.Before is null ? "UPDATE SET value = @value, version = @version, changed_at = @now" : "NOTHING")}
                    """,
                    ("@owner", owner), ("@name", name), ("@value", change.Value), ("@version", version), ("@now", now)) == 1;
            default:
                return session.Execute(
                    "UPDATE states SET value = @value, version = @version, changed_at = @now WHERE owner = @owner AND name = @name AND version = @before",
                    ("@value", change.Value), ("@version", version), ("@now", now), ("@owner", owner), ("@name", name), ("@before", change.Before)) == 1;
        }
    }
}

/// <summary>What a turn read and wants to change was changed by another meanwhile: the turn runs again.</summary>
internal sealed class StateConflictException() : Exception("A value was changed by another turn since this one read it.");
