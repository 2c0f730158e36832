namespace BotHost.Storage;

/// <summary>The store cannot be used. The message says why and what to do about it.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether nothing is the matter with the store but that another process holds it.</summary>
    internal bool IsInUse { get; init; }
}
