using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class TeamMembershipsApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_of_a_team_are_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.TeamMembership)));

        var members = await bench.Webex.TeamMemberships.ListAsync(new TeamId("T1"), 5, Stop).ToListAsync(Stop);

        members.ShouldHaveSingleItem().ShouldBe(new TeamMembership
        {
            Id = new TeamMembershipId("TM1"),
            TeamId = new TeamId("T1"),
            PersonId = new PersonId("P1"),
            PersonEmail = "ann@example.com",
            PersonDisplayName = "Ann Lee",
            PersonOrgId = new OrganizationId("O1"),
            IsModerator = true,
            Created = new DateTimeOffset(2015, 10, 18, 14, 26, 16, 203, TimeSpan.Zero),
        });
        bench.Only.Line.ShouldBe("GET /v1/team/memberships?teamId=T1&max=5");
    }

    [Fact]
    public async Task A_person_is_added_looked_at_promoted_and_removed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.TeamMembership));
        var id = new TeamMembershipId("P1:T1");

        await bench.Webex.TeamMemberships.CreateAsync(new NewTeamMembership { TeamId = new TeamId("T1"), PersonId = new PersonId("P1") }, Stop);
        (await bench.Webex.TeamMemberships.GetAsync(id, Stop)).Id.ShouldBe(new TeamMembershipId("TM1"));
        await bench.Webex.TeamMemberships.UpdateAsync(id, new TeamMembershipUpdate { IsModerator = false }, Stop);
        bench.Server.Script(Answer.Status(204));
        await bench.Webex.TeamMemberships.DeleteAsync(id, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "POST /v1/team/memberships", "GET /v1/team/memberships/P1%3AT1", "PUT /v1/team/memberships/P1%3AT1", "DELETE /v1/team/memberships/P1%3AT1",
        ]);
        bench.Server.Requests[0].Body.ShouldBeJson("""{"teamId":"T1","personId":"P1"}""");
        bench.Server.Requests[2].Body.ShouldBeJson("""{"isModerator":false}""");
    }

    [Fact]
    public async Task A_membership_names_exactly_one_person()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.TeamMembership));

        await Should.ThrowAsync<ArgumentException>(
            () => bench.Webex.TeamMemberships.CreateAsync(new NewTeamMembership { TeamId = new TeamId("T1") }, Stop));

        bench.Server.Requests.ShouldBeEmpty();
    }
}
