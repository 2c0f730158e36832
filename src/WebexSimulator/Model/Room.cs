namespace WebexSimulator.Model;

/// <summary>A room as it is now. Records are replaced, never changed, so an event keeps what was true when it happened.</summary>
internal sealed record Room
{
    public required Guid Key { get; init; }

    /// <summary>Empty for a direct room: each of the two sees the other's name.</summary>
    public required string Title { get; init; }
    public bool IsDirect { get; init; }
    public bool IsLocked { get; init; }
    public bool IsPublic { get; init; }
    public DateTimeOffset? MadePublic { get; init; }
    public string? Description { get; init; }
    public bool IsAnnouncementOnly { get; init; }
    public bool IsReadOnly { get; init; }
    public Guid? TeamKey { get; init; }
    public Guid? ClassificationKey { get; init; }

    /// <summary>A deleted room of a team: kept, and seen by nobody.</summary>
    public bool IsArchived { get; init; }
    public required Guid CreatorKey { get; init; }
    public required string OwnerOrganisationKey { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset LastActivity { get; init; }

    public string Id => WebexId.Room(Key);

    public string Type => IsDirect ? "direct" : "group";
}

/// <summary>A room with who and what is in it.</summary>
internal sealed class RoomState(Room room)
{
    private DateTimeOffset _lastStamp = room.Created;

    public Room Room { get; set; } = room;

    public Dictionary<Guid, Membership> Members { get; } = [];

    /// <summary>In the order of their times, which are strictly increasing.</summary>
    public List<Message> Messages { get; } = [];

    public Dictionary<Guid, RoomTab> Tabs { get; } = [];

    public bool Has(Person person) => Members.ContainsKey(person.Key);

    public bool IsModeratedBy(Person person) => Members.TryGetValue(person.Key, out var membership) && membership.IsModerator;

    /// <summary>
    /// A time later than any given out in this room before. Messages are in order of it, and a membership that comes again is told
    /// from its former self by it.
    /// </summary>
    public DateTimeOffset Stamp(DateTimeOffset now) =>
        _lastStamp = now > _lastStamp ? now : _lastStamp.AddMilliseconds(1);

    /// <summary>The index of the first message at or after a time.</summary>
    public int IndexOf(DateTimeOffset time)
    {
        var (low, high) = (0, Messages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Messages[middle].Created < time) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
