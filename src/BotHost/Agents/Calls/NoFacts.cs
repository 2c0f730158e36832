using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Nothing is known, and nothing asked: of a call that is refused whatever it is about.</summary>
internal sealed class NoFacts : ICallFacts
{
    public static NoFacts Instance { get; } = new();

    public ValueTask<TeamId?> TeamOfAsync(RoomId room, CancellationToken cancellationToken) => default;

    public ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room, CancellationToken cancellationToken) => default;

    public ValueTask<IReadOnlyList<string>> EmailsOfAsync(PersonId person, CancellationToken cancellationToken) => new([]);

    public ValueTask<PersonId?> PersonOfAsync(string email, CancellationToken cancellationToken) => default;

    public ValueTask<string?> TitleOfAsync(RoomId room, CancellationToken cancellationToken) => default;
}
