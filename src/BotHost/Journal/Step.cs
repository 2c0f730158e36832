using BotHost.Storage;

namespace BotHost.Journal;

/// <summary>A step that changes something.</summary>
/// <param name="Name">What is done: <c>spaces.create</c>. Kept and shown to operators.</param>
/// <param name="Arguments">To what: compared when the handler runs again, kept only as a hash.</param>
/// <param name="Call">Does it.</param>
internal sealed record Step<T>(string Name, string Arguments, Func<CancellationToken, Task<T>> Call)
{
    /// <summary>Finds out whether it was done, given the time at Webex before it was tried. Without it, nothing can be known.</summary>
    public Func<DateTimeOffset, CancellationToken, Task<Evidence<T>>> Find { get; init; } = (_, _) => Task.FromResult(Evidence<T>.None);

    /// <summary>What came into being by it, so that no other step takes it for its own.</summary>
    public Func<T, string?> Subject { get; init; } = _ => null;

    /// <summary>What is written down with its result.</summary>
    public Action<WriteSession, T>? Also { get; init; }

    /// <summary>Whether an exception of <see cref="Call"/> means that nothing was done.</summary>
    public Func<Exception, bool> IsKnownToHaveFailed { get; init; } = _ => false;
}

/// <summary>What was found out about a step that was left open.</summary>
internal sealed record Evidence<T>(bool IsFound, bool IsAbsent, T? Result)
{
    /// <summary>It was not done.</summary>
    public static Evidence<T> Absent { get; } = new(false, true, default);

    /// <summary>Nobody can tell.</summary>
    public static Evidence<T> None { get; } = new(false, false, default);

    /// <summary>It was done, with this result.</summary>
    public static Evidence<T> Found(T result) => new(true, false, result);
}

/// <summary>A step as an earlier attempt left it.</summary>
/// <param name="BeganAt">When it was begun, in milliseconds since 1970 at Webex; null for one that changes nothing.</param>
/// <param name="SettledAt">From when on, in milliseconds since 1970 here, what it did can be seen.</param>
/// <param name="Result">JSON; null where it was left open.</param>
internal sealed record RecordedStep(int Number, string Name, string Fingerprint, long? BeganAt, long? SettledAt, byte[]? Result);

/// <summary>A step that changes nothing, not written down yet.</summary>
internal sealed record ReadStep(int Number, string Name, string Fingerprint, byte[] Result);
