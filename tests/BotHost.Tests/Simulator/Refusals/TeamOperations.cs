using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class TeamOperations
{
    private const string Named = """{"name":"Growers"}""";

    public static readonly Operation[] All =
    [
        new("GET", "team/memberships", "teamId max cursor", "teamId={team}")
        {
            { 400, Required("teamId"), new { teamId = Nothing }, new { teamId = "" } },
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" } },
            Paging,
        },
        new("POST", "team/memberships", "teamId personId personEmail isModerator", body: """{"teamId":"{team}","personId":"{dave}"}""")
        {
            NoTexts("teamId", "personId", "personEmail"),
            NoFlags("isModerator"),
            { 400, "teamId cannot be null", new { teamId = Nothing }, new { teamId = "" } },
            { 400, NoPerson, new { personId = Nothing }, new { personEmail = "dave@elsewhere.example" } },
            Unknown("teamId", "TEAM"),
            Unknown("personId", "PEOPLE"),
            { 404, NotFound, new { teamId = "{bobsTeam}" }, new { personId = Nothing, personEmail = "no address" } },
            { 403, null, new { teamId = "{joinedTeam}" } },
            { 409, null, new { personId = "{alice}" } },
        },
        new("GET", "team/memberships/{membershipId}", arguments: "membershipId={teamMembership}")
        {
            Unknown("membershipId", "TEAM_MEMBERSHIP", NoMembership),
            { 404, NoMembership, new { membershipId = "{bobsOwnTeamMembership}" }, new { membershipId = "{membership}" } },
        },
        new("PUT", "team/memberships/{membershipId}", "isModerator", "membershipId={alicesTeamMembership}", """{"isModerator":false}""")
        {
            Unknown("membershipId", "TEAM_MEMBERSHIP", NoMembership),
            { 404, NoMembership, new { membershipId = "{bobsOwnTeamMembership}" } },
            NoFlags("isModerator"),
            { 400, Invalid("isModerator"), new { isModerator = Nothing } },
            { 400, null, new { membershipId = "{teamMembership}" } },
            { 403, null, new { membershipId = "{joinedTeamMembership}" } },
        },
        new("DELETE", "team/memberships/{membershipId}", arguments: "membershipId={alicesTeamMembership}")
        {
            Unknown("membershipId", "TEAM_MEMBERSHIP", NoMembership),
            { 404, NoMembership, new { membershipId = "{bobsOwnTeamMembership}" } },
            { 400, null, new { membershipId = "{teamMembership}" } },
            { 403, null, new { membershipId = "{joinedTeamMembership}" } },
        },
        new("GET", "teams", "max cursor") { Paging },
        new("POST", "teams", "name description", body: Named)
        {
            NoTexts("name", "description"),
            { 400, NoName, new { name = Nothing }, new { name = "" } },
        },
        new("GET", "teams/{teamId}", arguments: "teamId={team}")
        {
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" }, new { teamId = "{message}" } },
        },
        new("PUT", "teams/{teamId}", "name description", "teamId={team}", Named)
        {
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" } },
            NoTexts("name", "description"),
            { 400, NoName, new { name = Nothing }, new { name = "" } },
            { 403, null, new { teamId = "{joinedTeam}" } },
        },
        new("DELETE", "teams/{teamId}", arguments: "teamId={team}")
        {
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" } },
            { 403, null, new { teamId = "{joinedTeam}" } },
        },
    ];
}
