using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class MembershipsApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_listed_with_every_filter()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Membership)));

        var members = await bench.Webex.Memberships
            .ListAsync(new RoomId("R1"), new PersonId("P1"), "ann@example.com", 5, Stop).ToListAsync(Stop);

        members.ShouldHaveSingleItem().ShouldBe(new Membership
        {
            Id = new MembershipId("M1"),
            RoomId = new RoomId("R1"),
            PersonId = new PersonId("P1"),
            PersonEmail = "ann@example.com",
            PersonDisplayName = "Ann Lee",
            PersonOrgId = new OrganizationId("O1"),
            IsModerator = true,
            RoomType = RoomType.Direct,
            Created = new DateTimeOffset(2015, 10, 18, 14, 26, 16, 203, TimeSpan.Zero),
        });
        bench.Only.Line.ShouldBe("GET /v1/memberships?roomId=R1&personId=P1&personEmail=ann%40example.com&max=5");
    }

    [Fact]
    public async Task A_membership_is_read()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Membership));

        (await bench.Webex.Memberships.GetAsync(new MembershipId("P1:R1"), Stop)).Id.ShouldBe(new MembershipId("M1"));

        bench.Only.Line.ShouldBe("GET /v1/memberships/P1%3AR1");
    }

    [Fact]
    public async Task A_person_is_added()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Membership));

        await bench.Webex.Memberships.CreateAsync(
            new NewMembership { RoomId = new RoomId("R1"), PersonEmail = "ann@example.com", IsModerator = true }, Stop);

        bench.Only.Line.ShouldBe("POST /v1/memberships");
        bench.Only.Body.ShouldBeJson("""{"roomId":"R1","personEmail":"ann@example.com","isModerator":true}""");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("P1", "ann@example.com")]
    public async Task A_membership_names_exactly_one_person(string? id, string? email)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Membership));
        var membership = new NewMembership { RoomId = new RoomId("R1"), PersonId = id is null ? null : new PersonId(id), PersonEmail = email };

        var refused = await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Memberships.CreateAsync(membership, Stop));

        refused.Message.ShouldContain("either PersonId or PersonEmail");
        bench.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moderator_is_made()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Membership));

        await bench.Webex.Memberships.UpdateAsync(new MembershipId("M1"), new MembershipUpdate { IsModerator = true }, Stop);

        bench.Only.Line.ShouldBe("PUT /v1/memberships/M1");
        bench.Only.Body.ShouldBeJson("""{"isModerator":true}""");
    }

    [Fact]
    public async Task A_person_is_removed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));

        await bench.Webex.Memberships.DeleteAsync(new MembershipId("M1"), Stop);

        bench.Only.Line.ShouldBe("DELETE /v1/memberships/M1");
    }
}
