namespace WebexSimulator.Model;

/// <summary>A meeting that is held or was: what comes of an occurrence when somebody joins.</summary>
internal sealed record MeetingInstance
{
    public required Guid Key { get; init; }

    /// <summary>The last part of its id.</summary>
    public required long Number { get; init; }

    /// <summary>When the occurrence was to be, before anybody changed it.</summary>
    public required DateTimeOffset Occurrence { get; init; }
    public required MeetingPlan Plan { get; init; }
    public required DateTimeOffset Start { get; init; }
    public DateTimeOffset? End { get; init; }

    /// <summary>When it ends by itself, where a control said how long it takes.</summary>
    public DateTimeOffset? EndsBy { get; init; }
    public bool HostDidJoin { get; init; }

    /// <summary>Somebody was let in: not all who came wait for the host.</summary>
    public bool IsOpen { get; init; }

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>What else was in it: <c>hasChat</c>, <c>hasPolls</c>, and so on.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];

    public bool IsOver => End is not null;

    public string State => IsOver ? "ended" : IsOpen ? "inProgress" : "lobby";
}

/// <summary>Somebody who was in a meeting, once: who comes again is another one.</summary>
internal sealed record Participant
{
    public required Guid Key { get; init; }
    public required string Email { get; init; }
    public required string DisplayName { get; init; }

    /// <summary>Null for whoever has no account.</summary>
    public Person? Person { get; init; }
    public bool IsHost { get; init; }
    public bool IsCoHost { get; init; }
    public bool IsInvitee { get; init; }
    public bool IsMuted { get; init; }
    public bool IsInLobby { get; init; }

    /// <summary>Called by somebody, and has not picked up yet.</summary>
    public bool IsRinging { get; init; }
    public required DateTimeOffset Joined { get; init; }
    public DateTimeOffset? Left { get; init; }

    public bool IsThere => Left is null && !IsRinging;

    public string State => Left is not null ? "end" : IsInLobby ? "lobby" : "joined";
}
