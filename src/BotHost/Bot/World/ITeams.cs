namespace BotHost.Bot;

/// <summary>
/// Teams, as the bot sees them on behalf of the sender. Whoever is in a team finds its spaces open. A call that Webex refuses throws
/// <see cref="WebexRefusedException"/>.
/// </summary>
public interface ITeams
{
    /// <summary>Creates a team for the sender, who is its moderator beside the bot. Names are not unique.</summary>
    Task<Team> CreateAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The teams that both the bot and the sender are in.</summary>
    Task<IReadOnlyList<Team>> ListMineAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a person. Somebody who is already in the team is refused by Webex with 409.</summary>
    /// <param name="team">The team.</param>
    /// <param name="person">By id, mention or e-mail address.</param>
    /// <param name="moderator">True to make them a moderator of the team.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TeamMember> AddAsync(TeamId team, PersonRef person, bool moderator = false, CancellationToken cancellationToken = default);

    /// <summary>Takes a person out of the team, and so out of its spaces. Webex keeps a team's last moderator. Find the membership first.</summary>
    Task RemoveAsync(TeamMembershipId membership, CancellationToken cancellationToken = default);

    /// <summary>A person's membership of the team, or null.</summary>
    Task<TeamMember?> FindAsync(TeamId team, PersonRef person, CancellationToken cancellationToken = default);

    /// <summary>The team the sender means, if they may do this with it. A team they are not in does not exist for them.</summary>
    /// <param name="name">The team's name, or its id.</param>
    /// <param name="right">What they are about to do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TeamChoice> PickAsync(string name, TeamRight right, CancellationToken cancellationToken = default);
}

/// <summary>A team.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, as people wrote it: escape it before echoing.</param>
public sealed record Team(TeamId Id, string Name);

/// <summary>A person in a team.</summary>
/// <param name="Id">The membership's id.</param>
/// <param name="TeamId">The team.</param>
/// <param name="PersonId">The person.</param>
/// <param name="DisplayName">Their name, as they wrote it: escape it before echoing.</param>
/// <param name="IsModerator">True for a moderator of the team.</param>
public sealed record TeamMember(TeamMembershipId Id, TeamId TeamId, PersonId PersonId, string DisplayName, bool IsModerator);

/// <summary>What a person wants to do with a team.</summary>
public enum TeamRight
{
    /// <summary>What every member may: see it.</summary>
    Member,

    /// <summary>Add and remove people: for a moderator of the team.</summary>
    Moderate,
}
