namespace WebexSimulator.Model;

/// <summary>A meeting with all that belongs to it. Changed inside the world's lock.</summary>
internal sealed class MeetingState(Meeting meeting)
{
    public Meeting Meeting { get; set; } = meeting;

    /// <summary>Occurrences that are other than their series says, by when it says they are. Null where one was deleted.</summary>
    public Dictionary<DateTimeOffset, MeetingPlan?> Exceptions { get; } = [];

    /// <summary>In the order they began.</summary>
    public List<MeetingInstance> Instances { get; } = [];

    public Dictionary<int, Invitee> Invitees { get; } = [];

    public Dictionary<Guid, Registrant> Registrants { get; } = [];

    /// <summary>Gone, but for what was held of it.</summary>
    public bool IsDeleted { get; set; }

    public MeetingInstance? Running => Instances.LastOrDefault(instance => !instance.IsOver);

    public void Put(MeetingInstance instance)
    {
        var index = Instances.FindIndex(other => other.Key == instance.Key);
        if (index < 0) Instances.Add(instance);
        else Instances[index] = instance;
    }

    /// <summary>Whom an occurrence is for; without one, whom the series is for.</summary>
    public IEnumerable<Invitee> InviteesOf(DateTimeOffset? occurrence) =>
        Invitees.Values.Where(invitee => invitee.Occurrence is null ? occurrence is not { } at || !invitee.NotAt.Contains(at) : invitee.Occurrence == occurrence);

    public bool Invites(Person person) => Invitees.Values.Any(invitee => invitee.Is(person.Email));

    public bool IsHostedBy(Person person) => Meeting.Host.Key == person.Key;

    public bool IsCoHostedBy(Person person) => Invitees.Values.Any(invitee => invitee.IsCoHost && invitee.Is(person.Email));
}

internal sealed record Invitee
{
    /// <summary>The last part of the id.</summary>
    public required int Number { get; init; }
    public required string Email { get; init; }
    public required string DisplayName { get; init; }
    public bool IsCoHost { get; init; }
    public bool IsPanelist { get; init; }

    /// <summary>The one occurrence the invitation is for; null where it is for all.</summary>
    public DateTimeOffset? Occurrence { get; init; }

    /// <summary>The occurrences it is not for, although it is for all others.</summary>
    public IReadOnlyList<DateTimeOffset> NotAt { get; init; } = [];

    public bool Is(string email) => Email.Equals(email, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody who asked to take part in a meeting that one registers for.</summary>
internal sealed record Registrant
{
    public required Guid Key { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }

    /// <summary><c>pending</c>, <c>approved</c> or <c>rejected</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Job title, company and the like, as they were sent.</summary>
    public required IReadOnlyDictionary<string, string> Details { get; init; }
    public required DateTimeOffset Registered { get; init; }
}
