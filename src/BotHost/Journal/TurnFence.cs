using BotHost.Storage;

namespace BotHost.Journal;

/// <summary>Turns away who writes for an attempt that is over: given up, or taken over by another host.</summary>
internal static class TurnFence
{
    /// <exception cref="TurnOverException">It is over.</exception>
    public static void Check(WriteSession session, long @event, int attempt)
    {
        if (session.Scalar("SELECT 1 FROM events WHERE sequence = @event AND attempts = @attempt AND status = 1", ("@event", @event), ("@attempt", attempt)) is null)
            throw new TurnOverException();
    }
}

/// <summary>The turn is over: nothing can be done in it any more.</summary>
internal sealed class TurnOverException() : InvalidOperationException(
    "This turn is over, nothing can be done in it any more. Await what the handler does before it returns.");

/// <summary>A step was left open, and what it did cannot be seen yet.</summary>
internal sealed class UnsettledException(long settlesAt) : Exception("A step has not settled yet.")
{
    /// <summary>From when on it can, in milliseconds since 1970.</summary>
    public long SettlesAt { get; } = settlesAt;
}

/// <summary>A step was left open, and there is no evidence of what it did: it is not repeated on a guess.</summary>
internal sealed class UnknownStepException(int number, string name) : Exception($"Whether step {number}, {name}, was carried out is not known.");

/// <summary>The handler did something else than the last time: what is recorded does not fit.</summary>
internal sealed class NotRepeatableException(int number, string before, string now) : Exception(
    $"The handler is not repeatable: its step {number} was {before} with other arguments, or another step, and is {now} now. "
    + "What differs from run to run must come from the context, or through OnceAsync.");
