using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class PeopleApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Me_is_read_with_every_header_a_call_has()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Person));

        var me = await bench.Webex.People.GetMeAsync(Stop);

        me.ShouldSatisfyAllConditions(
            () => me.Id.ShouldBe(new PersonId("P1")),
            () => me.Emails.ShouldBe(["ann@example.com"]),
            () => me.DisplayName.ShouldBe("Ann Lee"),
            () => me.OrgId.ShouldBe(new OrganizationId("O1")),
            () => me.Timezone.ShouldBe("Europe/Berlin"),
            () => me.Status.ShouldBe("DoNotDisturb"),
            () => me.Type.ShouldBe(PersonType.Bot),
            () => me.Created.ShouldBe(new DateTimeOffset(2016, 4, 21, 19, 1, 55, 966, TimeSpan.Zero)),
            () => me.LastActivity.ShouldBeNull());
        bench.Only.Line.ShouldBe("GET /v1/people/me");
        bench.Only.Headers.Authorization.ToString().ShouldBe($"Bearer {WebexBench.Token}");
        bench.Only.Headers["TrackingID"].ToString().ShouldMatch("^BOTHOST_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
        bench.Only.Headers.UserAgent.ToString().ShouldStartWith("BotHost/");
        bench.Only.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_is_read_by_id()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"id":"P9","type":"hologram"}"""));

        var person = await bench.Webex.People.GetAsync(new PersonId("P9"), Stop);

        person.Type.ShouldBe(PersonType.Unknown);
        person.Emails.ShouldBeEmpty();
        bench.Only.Line.ShouldBe("GET /v1/people/P9");
    }

    [Fact]
    public async Task People_are_found_by_email_with_its_signs_escaped()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items()));

        (await bench.Webex.People.ListAsync(email: "ann+bob&x=y@example.com", cancellationToken: Stop).ToListAsync(Stop)).ShouldBeEmpty();

        bench.Only.Line.ShouldBe("GET /v1/people?email=ann%2Bbob%26x%3Dy%40example.com");
    }

    [Fact]
    public async Task People_are_found_by_name_and_by_ids()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Person)));

        await bench.Webex.People.ListAsync(displayName: "Ann Lé", max: 7, cancellationToken: Stop).ToListAsync(Stop);
        await bench.Webex.People.ListAsync(ids: [new PersonId("P1"), new PersonId("P/2")], cancellationToken: Stop).ToListAsync(Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["GET /v1/people?displayName=Ann%20L%C3%A9&max=7", "GET /v1/people?id=P1%2CP%2F2"]);
    }

    [Fact]
    public async Task People_are_listed_with_every_filter()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Person)));

        await bench.Webex.People
            .ListAsync("a@example.com", "Ann", null, 50, new OrganizationId("O1"), ["role1", "role2"], true, "L1", false, Stop).ToListAsync(Stop);
        bench.Server.Script(Answer.Json(Samples.Person));
        await bench.Webex.People.GetMeAsync(callingData: true, Stop);
        await bench.Webex.People.GetAsync(new PersonId("P1"), callingData: false, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/people?email=a%40example.com&displayName=Ann&orgId=O1&roles=role1%2Crole2&callingData=true&locationId=L1&max=50&excludeStatus=false",
            "GET /v1/people/me?callingData=true",
            "GET /v1/people/P1?callingData=false",
        ]);
    }

    [Fact]
    public async Task More_ids_than_Webex_takes_make_several_calls()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Person)));
        var ids = Enumerable.Range(0, 171).Select(n => new PersonId($"P{n}")).ToList();

        var people = await bench.Webex.People.ListAsync(ids: [.. ids, ids[0]], cancellationToken: Stop).ToListAsync(Stop);

        people.Count.ShouldBe(3);
        bench.Server.Requests.Select(request => request.Line.Split("%2C").Length).ShouldBe([85, 85, 1]);
        bench.Server.Requests.SelectMany(request => request.Line.Split("?id=")[1].Split("%2C")).ShouldBe(ids.Select(id => id.Value));
    }

    [Fact]
    public async Task Nobody_asked_for_is_nobody_found()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Person)));

        (await bench.Webex.People.ListAsync(ids: [], cancellationToken: Stop).ToListAsync(Stop)).ShouldBeEmpty();

        bench.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ids_nobody_has_are_named()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"notFoundIds":["P8",3],"items":[]}"""));

        var page = await bench.Webex.People.ListPageAsync(null, null, "P8", null, null, null, null, null, null, Stop);

        page.NotFoundIds.ShouldBe(["P8"]);
    }
}
