namespace BotHost.Storage;

/// <summary>
/// Holds a store for one process: a second host on the same SQLite file would handle every event twice. The operating system
/// lets go of the lock when the process ends, however it ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a database file, or throws <see cref="StoreException"/> naming the file.</summary>
    public static FileLock Take(string database)
    {
        try
        {
            return new FileLock(new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new StoreException(
                $"Another host already uses {database}. One SQLite file serves one process: stop the other host, "
                + "or give this one a file of its own with Storage:ConnectionString.", e) { IsInUse = true };
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException($"The store {database} cannot be written. Give this user the right to write its folder, "
                + "or name another file with Storage:ConnectionString.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
