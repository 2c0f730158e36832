using System.Data.Common;

namespace BotHost.Storage;

/// <summary>What differs between the databases a store can be kept in. All else, every statement included, is the same on each.</summary>
internal interface IStoreEngine : IDisposable
{
    /// <summary>What people call this store: a file, or a database and its server. Holds no secret.</summary>
    string Name { get; }

    /// <summary>The folder of this machine whose disk holds it; null where that is elsewhere.</summary>
    string? Folder { get; }

    /// <summary>Whether several hosts may use it at the same time.</summary>
    bool IsShared { get; }

    Dialect Dialect { get; }

    /// <summary>Opens a connection of the caller's own, closed for good when disposed.</summary>
    DbConnection Open();

    /// <summary>Opens a connection for a moment; it may be kept for the next who asks.</summary>
    DbConnection Rent();

    /// <summary>Keeps other hosts from changing the tables until the transaction ends.</summary>
    void LockSchema(DbConnection connection, DbTransaction transaction);

    /// <summary>The schema version of a store from before versions were kept in a table; 0 for an empty one.</summary>
    int VersionWithoutTable(DbConnection connection, DbTransaction transaction);

    /// <summary>Makes what was deleted unreadable in the store's files too, as far as this machine has them.</summary>
    /// <returns>Whether all of it is: not while somebody reads what was.</returns>
    bool Scrub();

    /// <summary>The program behind it, with its version.</summary>
    string Version(DbConnection connection);

    /// <summary>What is wrong with the store's own files, where they can be looked over from here; empty where nothing is.</summary>
    IReadOnlyList<string> Faults(DbConnection connection);

    /// <summary>Copies the store, as it is at one moment, to a new file on this machine.</summary>
    /// <returns>The file's size in bytes.</returns>
    /// <exception cref="StoreException">It cannot; the message says why and what to do.</exception>
    long BackUp(DbConnection connection, string file);

    /// <summary>Whose fault an exception is.</summary>
    Fault Judge(Exception exception);

    /// <summary>What is wrong with the store and what to do about it, for a person.</summary>
    string Explain(Exception exception);
}

/// <summary>Whose fault it is that a statement failed, which decides what is done about it.</summary>
internal enum Fault
{
    /// <summary>Of who asked: it would fail again.</summary>
    OfTheWrite,

    /// <summary>Of a value this database cannot hold: it would fail again, whoever asks.</summary>
    OfTheValue,

    /// <summary>Nobody's: another host was at the same rows. It may succeed when said again.</summary>
    Conflict,

    /// <summary>Of the store: a full disk, a missing table, a lost right. Others fail as well.</summary>
    OfTheStore,

    /// <summary>The connection is gone. What was being committed may have been committed or not.</summary>
    ConnectionLost,
}
