namespace BotHost.Agents;

/// <summary>What a person is asked for.</summary>
internal enum RequestKind
{
    /// <summary>Whether a call may be made that its grant leaves to people.</summary>
    Approval,

    /// <summary>A yes or no to something the agent thought of itself.</summary>
    Consent,

    /// <summary>Anything else.</summary>
    Question,

    /// <summary>Nothing: it is the bot that answers, with what a command comes to. Refused, it stands as <see cref="RequestState.Denied"/>.</summary>
    Command,
}

internal enum RequestState
{
    Pending,
    Approved,
    Denied,
    Answered,

    /// <summary>The agent has what it asked for: the one call was made, or the answer told.</summary>
    Used,

    /// <summary>Nobody answered in time, or the agent did not come back for the answer.</summary>
    Expired,
}

/// <summary>Something an agent has asked people, as the store has it. Times are milliseconds since 1970.</summary>
internal sealed class PersonRequest
{
    public long Id { get; init; }
    public string Agent { get; init; } = "";
    public string KindName { get; init; } = "";

    /// <summary>The same for the same call of the same agent: it does not ask twice.</summary>
    public string CallKey { get; init; } = "";

    /// <summary>The row of the audit that it belongs to.</summary>
    public long Decision { get; init; }

    /// <summary>What the agent wants, in our words: <c>delete a message in Incidents</c>.</summary>
    public string Wish { get; init; } = "";

    /// <summary>Who may answer: ids and addresses, a line each; null where anybody in the space may.</summary>
    public string? Asked { get; init; }
    public string? Room { get; init; }
    public string StateName { get; init; } = "";
    public string? AnsweredBy { get; init; }

    /// <summary>The name of who answered, as of then; null where it is not known.</summary>
    public string? AnsweredName { get; init; }
    public string? Answer { get; init; }
    public long AskedAt { get; init; }
    public long UntilAt { get; init; }

    public RequestKind Kind => Enum.Parse<RequestKind>(KindName);

    public PersonId? Answerer => AnsweredBy is { } id ? new PersonId(id) : null;

    /// <summary>Only who was asked: what a press says about itself decides nothing.</summary>
    /// <param name="emails">The person's addresses, as Webex has them for the id.</param>
    public bool MayAnswer(PersonId person, IReadOnlyList<string> emails, RoomId room) => Kind != RequestKind.Command && (Asked is { } people
        ? people.Split('\n').Any(one => one == person.Value || emails.Contains(one, StringComparer.OrdinalIgnoreCase))
        : Room == room.Value);

    public RequestState At(long now) =>
        Enum.Parse<RequestState>(StateName) is var state && state != RequestState.Used && UntilAt <= now ? RequestState.Expired : state;

    public override string ToString() => $"Request {Id}";
}
