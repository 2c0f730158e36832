namespace BotHost.Access;

/// <summary>What is written down of a call before it is made: who wants what, where, and what was decided.</summary>
/// <param name="Agent">The agent's name, as its grants know it.</param>
/// <param name="As">As whom Webex is called.</param>
/// <param name="Call">What it wants. Its e-mail address is not kept; give the person's id where it is known.</param>
/// <param name="Decision">What was decided, and why.</param>
internal sealed record AuditedCall(string Agent, WebexIdentity As, AgentCall Call, AgentDecision Decision)
{
    /// <summary>The name that Webex shows for <see cref="As"/>: <c>BotHost</c>.</summary>
    public string? IdentityName { get; init; }

    /// <summary>The space's title as of now; later ones do not change what is read.</summary>
    public string? Title { get; init; }

    /// <summary>The name of <see cref="AgentCall.Person"/> as of now, where a sentence is to tell it.</summary>
    public string? PersonName { get; init; }

    /// <summary>The agent's session with this host, and the request in it.</summary>
    public string? Session { get; init; }

    public string? Request { get; init; }

    /// <summary>Who said yes, where a person had to.</summary>
    public PersonId? Approver { get; init; }

    /// <summary>The name of <see cref="Approver"/> as of now, where it is known. Never an address.</summary>
    public string? ApproverName { get; init; }

    /// <summary>What the agent wants to say. Kept only with <c>Agents:AuditTexts</c>.</summary>
    public string? Text { get; init; }
}

/// <summary>What came of a call that was allowed.</summary>
internal enum AuditOutcome
{
    Done,

    /// <summary>Webex answered that it will not.</summary>
    Refused,

    /// <summary>It did not come about, for a reason of this host's or the agent's.</summary>
    Failed,

    /// <summary>Nobody knows: the answer was lost, or the host ended.</summary>
    Unknown,
}

/// <param name="Outcome">Which sort.</param>
/// <param name="Status">Webex's answer, where it refused.</param>
/// <param name="Subject">The id of what came of it: a message's, a space's.</param>
internal sealed record AuditedOutcome(AuditOutcome Outcome, int? Status = null, string? Subject = null)
{
    public static AuditedOutcome Done(string? subject = null) => new(AuditOutcome.Done, Subject: subject);

    public static AuditedOutcome Refused(int status) => new(AuditOutcome.Refused, status);

    public static AuditedOutcome Failed { get; } = new(AuditOutcome.Failed);

    public static AuditedOutcome Unknown { get; } = new(AuditOutcome.Unknown);
}
