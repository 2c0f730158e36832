namespace BotHost.Access;

/// <summary>What an agent can be given access to: Webex's nine groups, and two of the host's own.</summary>
internal enum AgentResource
{
    Messages,
    Spaces,
    Memberships,
    People,
    Teams,
    TeamMemberships,
    Meetings,
    Webhooks,
    Events,

    /// <summary>The bot's own commands.</summary>
    Commands,

    /// <summary>What this host knows of itself: its inbox, its deliveries.</summary>
    Host,
}

/// <summary>How much of a resource. Each level holds the ones before it.</summary>
internal enum AgentLevel
{
    /// <summary>Nothing; its tools are not even listed.</summary>
    Off,

    /// <summary>Look.</summary>
    Read,

    /// <summary>Make and change, as people do in a day's work.</summary>
    Use,

    /// <summary>Delete, remove and administer.</summary>
    Full,
}

/// <summary>A call an agent wants to make, as it is judged and written down. Ids are Webex's.</summary>
/// <param name="Tool">The tool's name: <c>webex-create-message</c>.</param>
/// <param name="Resource">What it is about.</param>
/// <param name="Needs">The least level that allows it.</param>
internal sealed record AgentCall(string Tool, AgentResource Resource, AgentLevel Needs)
{
    /// <summary>The space it is about, where it is about one.</summary>
    public RoomId? Room { get; init; }

    public TeamId? Team { get; init; }

    /// <summary>Whom it is about, or who is written to, by id.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Whom it is about, or who is written to, by address. Never logged.</summary>
    public string? Email { get; init; }

    /// <summary>Whether <see cref="Person"/> or <see cref="Email"/> is written to directly, in no space.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Addresses of who is invited or no longer is: they are concerned as <see cref="Person"/> is. Never logged.</summary>
    public IReadOnlyList<string> Invited { get; init; } = [];

    /// <summary>What else it is about: a message's, meeting's or webhook's id.</summary>
    public string? Subject { get; init; }

    /// <summary>The command of the bot's that is run, by its name.</summary>
    public string? Command { get; init; }

    /// <summary>
    /// Whether it reads many things that are not named yet. What a grant is narrowed to is then asked of each thing that comes back, with
    /// <see cref="AgentGate.SeesAsync"/>; of anything but reading it counts for nothing.
    /// </summary>
    public bool IsList { get; init; }

    /// <summary>Stands for whoever operates this host where a person would stand: no person's id is like it. They may say yes to anything that can wait for a yes.</summary>
    public static PersonId Operator { get; } = new("admin");

    /// <summary>Who said yes to it, where somebody did. Whether that person may is judged with the call; nothing is counted a second time.</summary>
    public PersonId? ApprovedBy { get; init; }

    /// <summary>The space where they said it; null where they were asked alone.</summary>
    public RoomId? ApprovedIn { get; init; }
}

internal enum AgentVerdict
{
    Denied,

    /// <summary>Allowed, once a person has said yes.</summary>
    NeedsApproval,
    Allowed,
}

/// <summary>What was decided about a call, and why, in words for the audit and for the agent.</summary>
/// <param name="Grant">The name of the grant that decided; null where none applies.</param>
/// <param name="Reason">Part of a sentence: <c>allowed by grant incident-posting</c>, <c>denied: no grant of triage covers deleting messages</c>.</param>
/// <param name="Cure">What the agent, or whoever owns it, can do about a refusal.</param>
internal sealed record AgentDecision(AgentVerdict Verdict, string? Grant, string Reason, string? Cure = null)
{
    /// <summary>Who may say yes, by id or address; empty where nobody has to. Addresses are never logged.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How long until the agent may try again, where it asked too often.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What was decided and why; the approvers' addresses are left out.</summary>
    public override string ToString() => $"{Verdict}: {Reason}";
}

/// <summary>What a decision may need to know of Webex beyond the call, asked for only where a grant depends on it.</summary>
internal interface ICallFacts
{
    /// <summary>The team a space belongs to; null where it belongs to none, or cannot be seen.</summary>
    ValueTask<TeamId?> TeamOfAsync(RoomId room, CancellationToken cancellationToken);

    /// <summary>Whether a space is a direct one, and with whom; null where it cannot be seen.</summary>
    ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room, CancellationToken cancellationToken);

    /// <summary>A person's addresses, lower case; empty where Webex does not tell.</summary>
    ValueTask<IReadOnlyList<string>> EmailsOfAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The person with this address, or null.</summary>
    ValueTask<PersonId?> PersonOfAsync(string email, CancellationToken cancellationToken);

    /// <summary>The name people know a space by, for the audit's sentence; null where it cannot be seen.</summary>
    ValueTask<string?> TitleOfAsync(RoomId room, CancellationToken cancellationToken);
}
