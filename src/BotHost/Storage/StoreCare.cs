using Dapper;

namespace BotHost.Storage;

/// <summary>What operators ask of the store as a whole: to be looked over, and to be copied.</summary>
internal sealed class StoreCare(Database database, IStoreEngine engine)
{
    /// <summary>What people call the store, and the engine's version.</summary>
    public (string Store, string Engine) Names() => (engine.Name, database.Read(engine.Version));

    /// <summary>The version of the tables, and the one this program knows.</summary>
    public (long Found, int Known) SchemaVersion() =>
        (database.Read(connection => connection.ExecuteScalar<long>("SELECT version FROM schema_version")), Migrations.All.Count);

    /// <summary>What the engine finds wrong with what it keeps; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults() => database.Read(engine.Faults);

    /// <summary>
    /// Copies the store as it is at one moment, while it goes on being written to. The copy is looked over and on disk when this returns.
    /// </summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="StoreException">There is such a file already, or it cannot be written, or this engine's copies are made otherwise.</exception>
    public long BackUp(string file) => database.Read(connection => engine.BackUp(connection, file));

    /// <summary>The file that the settings name, where it does not exist; null where it does, or where the store is none.</summary>
    /// <exception cref="StoreException">The settings name no file.</exception>
    public static string? MissingFile(StorageOptions options) =>
        options.Provider == StorageOptions.Sqlite && SqliteEngine.FileOf(options.Effective()) is var file && !File.Exists(file) ? file : null;
}
