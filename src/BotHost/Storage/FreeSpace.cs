using Microsoft.Extensions.Options;

namespace BotHost.Storage;

/// <summary>
/// Keeps the last of the disk for what is under way: when there is less room than <c>Storage:MinFreeSpace</c>, nothing new is taken in, so that what
/// was taken in can still be finished.
/// </summary>
internal sealed class FreeSpace(IStoreEngine engine, IOptions<StorageOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long _lookedAt;
    private bool _isShort;

    /// <summary>Whether there is too little room to take anything in.</summary>
    public bool IsShort
    {
        get
        {
            if (engine.Folder is not { } folder || options.Value.MinFreeSpace == 0)
                return false;
            lock (_gate)
            {
                if (_lookedAt == 0 || time.GetElapsedTime(_lookedAt) >= Look)
                    (_isShort, _lookedAt) = (new DriveInfo(folder).AvailableFreeSpace < options.Value.MinFreeSpace, time.GetTimestamp());
                return _isShort;
            }
        }
    }

    /// <exception cref="StoreException">There is too little room to take anything in.</exception>
    public void Check()
    {
        if (IsShort)
            throw new StoreException($"The disk of {engine.Name} has less than Storage:MinFreeSpace ({options.Value.MinFreeSpace} bytes) left. Free some; the host goes on by itself.");
    }
}
