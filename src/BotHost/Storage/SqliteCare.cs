using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage;

/// <summary>What SQLite can do for its file: look it over, and copy it while it is written to.</summary>
internal static class SqliteCare
{
    /// <param name="connection">An open connection to the file.</param>
    /// <param name="check"><c>integrity_check</c>, or <c>quick_check</c>, which leaves out the indexes.</param>
    public static IReadOnlyList<string> Faults(DbConnection connection, string check)
    {
        try
        {
            return connection.Query<string>("PRAGMA " + check).Where(line => line != "ok").ToList();
        }
        catch (SqliteException e)
        {
            // Too damaged even to be looked over.
            return [e.Message];
        }
    }

    /// <exception cref="StoreException">There is such a file already, or it cannot be written.</exception>
    public static long BackUp(DbConnection connection, string file)
    {
        Claim(file);
        try
        {
            connection.Execute("VACUUM INTO @file", new { file });
            using (var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            copy.Open();
            if (Faults(copy, "quick_check") is [var fault, ..])
                throw new StoreException($"The back-up {file} was damaged while it was written ({fault}). Check the disk, and the store: store check");
            return new FileInfo(file).Length;
        }
        catch (Exception e) when (e is SqliteException or IOException or StoreException)
        {
            File.Delete(file);
            throw e as StoreException ?? new StoreException($"The back-up could not be written ({e.Message}). Check the space on the disk of {file}.", e);
        }
    }

    /// <summary>Makes the file, empty, so that of two only one succeeds; SQLite fills an empty file and refuses any other.</summary>
    private static void Claim(string file)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            new FileStream(file, options).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StoreException(File.Exists(file)
                ? $"{file} exists, and a back-up never overwrites. Name a new file."
                : $"{file} cannot be written ({e.Message}) Name a file in a folder that exists and that the host's user may write.", e);
        }
    }
}
