namespace BotHost.Bot;

/// <summary>How a turn ended.</summary>
internal enum TurnOutcome
{
    /// <summary>The handler ran.</summary>
    Answered,

    /// <summary>
    /// The handler did not run or not to its end: the arguments did not fit, a middleware stopped it, or Webex refused what it asked for.
    /// </summary>
    Refused,

    /// <summary>No command fits the text.</summary>
    Unknown,

    /// <summary>The sender may not use the route.</summary>
    NotPermitted,

    /// <summary>A button named a submit route that does not exist.</summary>
    UnhandledSubmit,
}

/// <summary>What a turn came to.</summary>
/// <param name="Route">The route's name, or a name in parentheses where there was none: fit for logs and metrics.</param>
/// <param name="Outcome">How it ended. Only after <see cref="TurnOutcome.Answered"/> has a card that may be pressed once been used.</param>
/// <param name="Effects">What to post, in order.</param>
/// <param name="CodeToAdd">The line of code that would handle an <see cref="TurnOutcome.UnhandledSubmit"/>.</param>
internal sealed record TurnResult(string Route, TurnOutcome Outcome, IReadOnlyList<TurnEffect> Effects, string? CodeToAdd = null);
