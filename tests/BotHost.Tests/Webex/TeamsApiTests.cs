using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class TeamsApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Teams_are_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Team)));

        var teams = await bench.Webex.Teams.ListAsync(7, Stop).ToListAsync(Stop);

        teams.ShouldHaveSingleItem().ShouldBe(new Team
        {
            Id = new TeamId("T1"),
            Name = "Build Squad",
            Description = "d",
            CreatorId = new PersonId("P1"),
            Created = new DateTimeOffset(2015, 10, 18, 14, 26, 16, 203, TimeSpan.Zero),
        });
        bench.Only.Line.ShouldBe("GET /v1/teams?max=7");
    }

    [Fact]
    public async Task A_team_is_created_read_changed_and_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Team));

        (await bench.Webex.Teams.CreateAsync(new NewTeam { Name = "Build Squad", Description = "d" }, Stop)).Id.ShouldBe(new TeamId("T1"));
        (await bench.Webex.Teams.GetAsync(new TeamId("T1"), Stop)).Name.ShouldBe("Build Squad");
        await bench.Webex.Teams.UpdateAsync(new TeamId("T1"), new TeamUpdate { Name = "New" }, Stop);
        bench.Server.Script(Answer.Status(204));
        await bench.Webex.Teams.DeleteAsync(new TeamId("T1"), Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["POST /v1/teams", "GET /v1/teams/T1", "PUT /v1/teams/T1", "DELETE /v1/teams/T1"]);
        bench.Server.Requests[0].Body.ShouldBeJson("""{"name":"Build Squad","description":"d"}""");
        bench.Server.Requests[2].Body.ShouldBeJson("""{"name":"New"}""");
    }
}
