namespace BotHost.Identities;

/// <summary>What came of asking for tokens.</summary>
internal enum TokenOutcome
{
    Given,

    /// <summary>Webex does not take the code or refresh token, and never will.</summary>
    Refused,

    /// <summary>The person has not decided yet.</summary>
    Pending,

    /// <summary>Webex does not take the app: its id, its secret, its address or its scopes. What was granted may be as good as before.</summary>
    Misconfigured,

    /// <summary>Webex did not do it, and may later.</summary>
    NotNow,

    /// <summary>Webex may have done it, and its answer was lost.</summary>
    Unknown,
}

/// <param name="Reason">For operators: quotes nothing that was sent.</param>
/// <param name="RetryAfter">How long Webex wants to be left alone; null where it did not ask.</param>
internal sealed record TokenAnswer<T>(TokenOutcome Outcome, T? Value, string Reason, TimeSpan? RetryAfter = null) where T : class;
