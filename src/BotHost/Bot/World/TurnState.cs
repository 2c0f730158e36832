namespace BotHost.Bot;

/// <summary>
/// What the bot remembers, as typed values: of a person, of a room, of its own. A value has its type's name unless it is given
/// another; renaming the type without that loses it. What a turn sets is stored when the turn ends, together with what it says, or not at all.
/// </summary>
public sealed class TurnState
{
    private readonly IStateRows _rows;
    private readonly PersonId _sender;
    private readonly RoomId _room;

    internal TurnState(IStateRows rows, PersonId sender, RoomId room) => (_rows, _sender, _room) = (rows, sender, room);

    /// <summary>A value of one person, wherever they speak. It goes when an operator has the person erased.</summary>
    /// <param name="name">What it is called, 1 to 200 characters; null for the type's name.</param>
    /// <param name="of">Whose it is; null for the sender's.</param>
    public StateValue<T> Person<T>(string? name = null, PersonId? of = null) => Value<T>(OwnerOf(of ?? _sender), "of a person", name);

    /// <summary>A value of one room, whoever speaks in it.</summary>
    /// <param name="name">As of <see cref="Person"/>.</param>
    /// <param name="of">Which room's it is; null for this one's.</param>
    public StateValue<T> Room<T>(string? name = null, RoomId? of = null) => Value<T>($"room:{(of ?? _room).Value}", "of a room", name);

    /// <summary>A value of the bot itself, the same in every room.</summary>
    /// <param name="name">As of <see cref="Person"/>.</param>
    public StateValue<T> Bot<T>(string? name = null) => Value<T>("bot", "of the bot", name);

    internal static string OwnerOf(PersonId person) => $"person:{person.Value}";

    private StateValue<T> Value<T>(string owner, string whose, string? name)
    {
        name ??= TypeNames.Of(typeof(T));
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200 || name.Contains('\0'))
            throw new ArgumentException("A value's name has 1 to 200 characters. Choose another.", nameof(name));
        return new StateValue<T>(_rows, owner, whose, name);
    }
}

/// <summary>Where values come from and go to.</summary>
internal interface IStateRows
{
    /// <summary>The value as JSON, with what this turn has set; null where there is none.</summary>
    Task<byte[]?> ReadAsync(string owner, string name, CancellationToken cancellationToken);

    /// <summary>Has it written when the turn ends; null deletes it.</summary>
    void Write(string owner, string name, byte[]? json);
}
