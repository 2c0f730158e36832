namespace BotHost.Bot;

/// <summary>
/// Spaces, as the bot sees them on behalf of the sender. A call that Webex refuses throws <see cref="WebexRefusedException"/>.
/// </summary>
public interface ISpaces
{
    /// <summary>Creates a space for the sender, who is in it with the bot and counts as its creator. Titles are not unique.</summary>
    Task<Space> CreateAsync(string title, CancellationToken cancellationToken = default);

    /// <summary>The space, or null where there is none that the bot can see.</summary>
    Task<Space?> ReadAsync(RoomId room, CancellationToken cancellationToken = default);

    /// <summary>The group spaces that both the bot and the sender are in.</summary>
    /// <param name="title">Only those whose title contains this, whatever the case; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Space>> ListMineAsync(string? title = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// All group spaces the bot is in, whether or not the sender is: for routes with a policy of their own, such as <see cref="Policy.Admins"/>.
    /// A call for each thousand of them.
    /// </summary>
    /// <param name="title">Only those whose title contains this, whatever the case; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Space>> ListAllAsync(string? title = null, CancellationToken cancellationToken = default);

    /// <summary>Gives the space another title.</summary>
    Task<Space> RenameAsync(RoomId room, string title, CancellationToken cancellationToken = default);

    /// <summary>Removes the space with everything in it, for everybody.</summary>
    Task DeleteAsync(RoomId room, CancellationToken cancellationToken = default);

    /// <summary>The space the sender means, if they may do this with it. A space they are not in does not exist for them.</summary>
    /// <param name="title">The space's title; null for the room of this turn.</param>
    /// <param name="right">What they are about to do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<SpaceChoice> PickAsync(string? title, SpaceRight right, CancellationToken cancellationToken = default);

    /// <summary>The same for a space known by its id: what a card brings back is judged again when the button is pressed.</summary>
    Task<SpaceChoice> PickAsync(RoomId room, SpaceRight right, CancellationToken cancellationToken = default);
}

/// <summary>A space, which the REST API calls a room.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, as people wrote it: escape it before echoing.</param>
/// <param name="IsDirect">True between one person and the bot.</param>
/// <param name="IsModerated">True where only moderators may add, remove and rename.</param>
/// <param name="CreatorId">Who created it, where Webex says so.</param>
public sealed record Space(RoomId Id, string Title, bool IsDirect, bool IsModerated, PersonId? CreatorId);

/// <summary>What a person wants to do with a space.</summary>
public enum SpaceRight
{
    /// <summary>What every member may: write, list.</summary>
    Member,

    /// <summary>Add people: for every member, but where the space has moderators for them alone, as Webex has it.</summary>
    Invite,

    /// <summary>Rename, remove people, delete: for a moderator, or the creator where the space has none.</summary>
    Moderate,
}
