namespace BotHost.Bot;

/// <summary>Hooks: addresses at which other programs post into a space, each with a secret of its own. Who may make one is the caller's to judge.</summary>
public interface IHooks
{
    /// <summary>Hooks a space has at most.</summary>
    const int MostPerSpace = 50;

    /// <summary>Makes a hook. Its secret is told here and never again.</summary>
    /// <param name="room">Where it posts.</param>
    /// <param name="name">What people call it: not the name of another of this space. 1 to 40 letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</param>
    /// <param name="template">What it makes of what is sent; null for the usual.</param>
    /// <param name="isSigned">
    /// True where the sender signs with the secret, as GitHub does: then the secret is kept as it is. False where it is sent along: then only
    /// its hash is.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The name cannot be taken, or the space has <see cref="MostPerSpace"/> hooks: the message tells the person.</exception>
    Task<HookKey> AddAsync(RoomId room, string name, HookTemplate? template = null, bool isSigned = false, CancellationToken cancellationToken = default);

    /// <summary>The hooks of a space, by name.</summary>
    Task<IReadOnlyList<Hook>> ListAsync(RoomId room, CancellationToken cancellationToken = default);

    /// <summary>Ends a hook for good: its address is unknown from then on.</summary>
    /// <returns>Whether there was one of that name.</returns>
    Task<bool> RemoveAsync(RoomId room, string name, CancellationToken cancellationToken = default);

    /// <summary>Gives a hook another secret; the old one ends at once. One that ended because the bot had left is begun again.</summary>
    /// <returns>The same address with the new secret; null where there is no hook of that name.</returns>
    Task<HookKey?> RotateAsync(RoomId room, string name, CancellationToken cancellationToken = default);
}

/// <summary>A hook of a space.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="IsSigned">Whether its sender signs instead of sending the secret.</param>
/// <param name="Added">When it was made.</param>
/// <param name="LastPosted">When it last posted; null for never.</param>
/// <param name="HasEnded">Whether it ended because the bot was not in the space.</param>
public sealed record Hook(string Name, bool IsSigned, DateTimeOffset Added, DateTimeOffset? LastPosted, bool HasEnded);

/// <summary>What the sender needs. For its eyes only.</summary>
/// <param name="Address">Where it posts to.</param>
/// <param name="Secret">What it proves itself with: 43 characters.</param>
public sealed record HookKey(Uri Address, string Secret)
{
    /// <summary>Neither address nor secret: this may end up in a log.</summary>
    public override string ToString() => "Hook key";
}
