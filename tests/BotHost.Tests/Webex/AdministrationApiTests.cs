using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class AdministrationApiTests
{
    private static readonly DateTimeOffset Nine = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_created_replaced_and_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Person));
        var id = new PersonId("P1");

        await bench.Webex.People.CreateAsync(
            new NewPerson { Emails = ["ann@example.com"], DisplayName = "Ann", PhoneNumbers = [new WorkNumber("123")], Licenses = ["L1"] }, true, true, Stop);
        (await bench.Webex.People.UpdateAsync(id, new PersonUpdate { DisplayName = "Ann", LoginEnabled = false }, false, true, false, Stop))!.Id.ShouldBe(id);
        bench.Server.Script(Answer.Status(204));
        (await bench.Webex.People.UpdateAsync(id, new PersonUpdate { DisplayName = "Ann" }, cancellationToken: Stop)).ShouldBeNull();
        await bench.Webex.People.DeleteAsync(id, Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "POST /v1/people?callingData=true&minResponse=true", "PUT /v1/people/P1?callingData=false&showAllTypes=true&minResponse=false",
            "PUT /v1/people/P1", "DELETE /v1/people/P1",
        ]);
        bench.Server.Requests[0].Body.ShouldBeJson(
            """{"emails":["ann@example.com"],"displayName":"Ann","phoneNumbers":[{"type":"work","value":"123"}],"licenses":["L1"]}""");
        bench.Server.Requests[1].Body.ShouldBeJson("""{"displayName":"Ann","loginEnabled":false}""");
    }

    [Fact]
    public async Task A_person_who_is_read_and_replaced_loses_nothing_but_what_cannot_be_sent()
    {
        const string whole = """
            {"id":"P1","emails":["ann@example.com"],"phoneNumbers":[{"type":"work","value":"1"},{"type":"mobile","value":"2"}],"extension":"3","locationId":"L1",
             "displayName":"Ann Lee","nickName":"Ann","firstName":"Ann","lastName":"Lee","avatar":"https://a.example/1","orgId":"O1","roles":["r"],"licenses":["l"],
             "department":"d","manager":"m","managerId":"P2","title":"t","addresses":[{"type":"work","country":"US"}],"siteUrls":["s.example"],"loginEnabled":"true",
             "type":"person","status":"active"}
            """;
        await using var bench = await WebexBench.StartAsync(Answer.Json(whole));

        var person = await bench.Webex.People.GetAsync(new PersonId("P1"), Stop);
        await bench.Webex.People.UpdateAsync(person.Id, PersonUpdate.Of(person) with { Title = "GM" }, cancellationToken: Stop);

        bench.Server.Requests[1].Body.ShouldBeJson("""
            {"emails":["ann@example.com"],"phoneNumbers":[{"type":"work","value":"1"}],"extension":"3","locationId":"L1","displayName":"Ann Lee","nickName":"Ann",
             "firstName":"Ann","lastName":"Lee","avatar":"https://a.example/1","orgId":"O1","roles":["r"],"licenses":["l"],"department":"d","manager":"m",
             "managerId":"P2","title":"GM","addresses":[{"type":"work","country":"US"}],"siteUrls":["s.example"],"loginEnabled":true}
            """);
    }

    [Fact]
    public async Task What_happened_in_an_organisation_is_listed_with_its_texts()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.Event)));

        var one = (await bench.Webex.Events.ListAsync("messages", "created", new PersonId("P1"), Nine, Nine.AddDays(1), 1000, Stop).ToListAsync(Stop)).ShouldHaveSingleItem();
        await bench.Webex.Events.ListAsync("convergedRecordings", cancellationToken: Stop).ToListAsync(Stop);
        bench.Server.Script(Answer.Json(MeetingSamples.Event));
        (await bench.Webex.Events.GetAsync(new OrganizationEventId("E1"), Stop)).Resource.ShouldBe("messages");

        (one.Data.Text, one.Data.RoomId, one.Data.More!["callType"].GetString()).ShouldBe(("secret plans", new RoomId("R1"), "SIP"));
        $"{one} {one.Data}".ShouldNotContain("secret");
        bench.Server.Requests.Select(request => request.Line).ShouldBe(
        [
            "GET /v1/events?resource=messages&type=created&actorId=P1&from=2026-12-01T09%3A00%3A00.000Z&to=2026-12-02T09%3A00%3A00.000Z&max=1000",
            "GET /v1/events?resource=convergedRecordings&serviceType=calling", "GET /v1/events/E1",
        ]);
        Should.Throw<ArgumentException>(() => bench.Webex.Events.ListAsync(from: Nine, to: Nine.AddDays(-1), cancellationToken: Stop)).Message.ShouldContain("earlier time");
        Should.Throw<ArgumentException>(() => bench.Webex.Events.ListAsync(max: 1001, cancellationToken: Stop)).Message.ShouldContain("1 to 1000");
    }

    [Fact]
    public async Task What_administrators_did_is_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(MeetingSamples.AuditEvent)));
        var audit = bench.Webex.AdminAudit;

        var one = (await audit.ListAsync(new OrganizationId("O1"), Nine, Nine.AddDays(1), new PersonId("P1"), ["LOGINS", "USERS"], 200, Stop).ToListAsync(Stop)).ShouldHaveSingleItem();

        (one.ActorId, one.Data?.EventCategory, one.Data?.AdminRoles.Single()).ShouldBe((new PersonId("P1"), "LOGINS", "User"));
        bench.Only.Line.ShouldBe("GET /v1/adminAudit/events?orgId=O1&from=2026-12-01T09%3A00%3A00.000Z&to=2026-12-02T09%3A00%3A00.000Z&actorId=P1&max=200"
            + "&eventCategories=LOGINS&eventCategories=USERS");
        Should.Throw<ArgumentException>(() => audit.ListAsync(new OrganizationId("O1"), Nine, Nine.AddYears(2), cancellationToken: Stop)).Message.ShouldContain("one year");
    }

    [Fact]
    public async Task Licences_roles_and_organisations_are_read()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items("""{"id":"L1","name":"Advanced Messaging","totalUnits":50}""")));
        var webex = bench.Webex;

        (await webex.Licenses.ListAsync(new OrganizationId("O1"), Stop).ToListAsync(Stop)).ShouldBe(
            [new License { Id = new LicenseId("L1"), Name = "Advanced Messaging", TotalUnits = 50 }]);
        (await webex.Roles.ListAsync(Stop).ToListAsync(Stop)).ShouldHaveSingleItem().Name.ShouldBe("Advanced Messaging");
        (await webex.Organizations.ListAsync(Stop).ToListAsync(Stop)).ShouldHaveSingleItem().Id.ShouldBe(new OrganizationId("L1"));
        bench.Server.Script(Answer.Json("""{"id":"L1","displayName":"Acme"}"""));
        await webex.Licenses.GetAsync(new LicenseId("L1"), Stop);
        await webex.Roles.GetAsync(new RoleId("R1"), Stop);
        (await webex.Organizations.GetAsync(new OrganizationId("O1"), Stop)).DisplayName.ShouldBe("Acme");

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["GET /v1/licenses?orgId=O1", "GET /v1/roles", "GET /v1/organizations", "GET /v1/licenses/L1", "GET /v1/roles/R1", "GET /v1/organizations/O1"]);
    }

    [Fact]
    public async Task A_token_says_how_long_it_is_good()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"exp":1768630439322}"""));

        (await bench.Webex.Authorizations.GetTokenExpiryAsync(Stop)).Exp.ShouldBe(1768630439322);

        bench.Only.Line.ShouldBe("GET /v1/authorizations/tokenExpiry");
    }
}
