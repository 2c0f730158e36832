using WebexSimulator.Model;

namespace WebexSimulator.Teams;

internal sealed record TeamBody(string Id, string Name, string? Description, string? CreatorId, DateTimeOffset Created)
{
    public static TeamBody Of(TeamState state, SimulatorSwitches switches) => new(
        state.Team.Id, state.Team.Name, state.Team.Description, switches.TeamsHaveTheirCreator ? WebexId.Person(state.Team.CreatorKey) : null, state.Team.Created);
}

internal sealed record TeamMembershipBody(
    string Id, string TeamId, string PersonId, string PersonEmail, string PersonDisplayName, string PersonOrgId, bool IsModerator, DateTimeOffset Created)
{
    public static TeamMembershipBody Of(TeamMembership membership) => new(
        membership.Id, WebexId.Team(membership.TeamKey), membership.Person.Id, membership.Person.Email, membership.Person.DisplayName,
        membership.Person.OrganisationId, membership.IsModerator, membership.Created);
}
