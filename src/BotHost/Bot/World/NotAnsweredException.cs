namespace BotHost.Bot;

/// <summary>Why a question has no answer.</summary>
public enum NotAnswered
{
    /// <summary>Nobody answered in time.</summary>
    TimedOut,

    /// <summary>The person said <c>cancel</c>.</summary>
    Cancelled,

    /// <summary>The same person was asked something newer in the same place.</summary>
    Replaced,

    /// <summary>What the person said could not be read, again and again.</summary>
    Unreadable,

    /// <summary>The person was asked to consent to be acted for, and did not want to.</summary>
    Refused,

    /// <summary>An agent runs the command, and cannot be asked.</summary>
    NotAPerson,
}

/// <summary>
/// A question has no answer. A handler that lets it pass ends there, and the person is told; one that catches it goes on without.
/// </summary>
public sealed class NotAnsweredException : Exception
{
    internal NotAnsweredException(NotAnswered reason)
        : base($"The question has no answer: {reason}.") => Reason = reason;

    /// <summary>Why.</summary>
    public NotAnswered Reason { get; }
}

/// <summary>
/// Ends a run of a handler that asked something: it runs again, from the top, once there is an answer. It is no fault, so it looks like a
/// cancellation to whoever catches faults.
/// </summary>
internal sealed class TurnSuspendedException() : OperationCanceledException("The handler asked something and runs again once there is an answer. Let this exception pass.");
