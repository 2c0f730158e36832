using System.Text.Json;

namespace BotHost.Tests.Simulator.Administration;

public sealed class PeopleAdministrationTests
{
    [Fact]
    public async Task Somebody_new_is_found_by_his_address_and_can_act()
    {
        await using var webex = await LocalWebex.StartAsync();
        var licence = (await webex.Alice.GetAsync("licenses")).Ok().Items.Single(item => item.GetProperty("name").GetString() == "Advanced Messaging").GetProperty("id").GetString()!;
        var erin = (await webex.Alice.PostAsync("people", new
        {
            emails = new[] { "erin@example.com" },
            firstName = "Erin",
            lastName = "Evans",
            department = "Sales",
            phoneNumbers = new[] { new { type = "work", value = "408 526 7209" } },
            licenses = new[] { licence },
        })).Ok();
        erin.Text("displayName").ShouldBe("Erin Evans");
        erin.Text("department").ShouldBe("Sales");
        erin.Texts("licenses").ShouldBe([licence]);
        erin.Text("orgId").ShouldBe(webex.Alice.OrgId);
        (await webex.Bob.GetAsync("people?email=erin@example.com")).Ok().Items.Single().TryGetProperty("department", out _).ShouldBeFalse();
        var account = (await webex.ControlAsync(HttpMethod.Get, "accounts")).Body.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("email").GetString() == "erin@example.com");
        var acting = new Account(webex.Http, account.GetProperty("token").GetString(), account);
        await acting.SayAsync(await webex.RoomAsync(acting, webex.Bob), "hello");
        (await webex.Alice.PostAsync("people", new { emails = new[] { "ERIN@example.com" }, displayName = "Erin" })).Refused(409);
    }

    [Fact]
    public async Task Whoever_was_invited_before_stays_who_he_is()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Bob.PostAsync("messages", new { toPersonEmail = "erin@example.com", text = "welcome" })).Ok().Text("roomId");
        (await webex.Bob.GetAsync($"rooms/{room}")).Ok().Text("title").ShouldBe("erin@example.com");
        (await webex.Alice.PostAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin" })).Ok().Text("status").ShouldBe("active");
        (await webex.Bob.GetAsync("rooms?type=direct")).Ok().Items.Single().GetProperty("title").GetString().ShouldBe("Erin");
        (await webex.Bob.GetAsync($"memberships?roomId={room}")).Ok().Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_changed_is_what_was_sent_and_nothing_else()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        await webex.Bob.SayAsync(room, "hello");
        (await webex.Alice.PutAsync($"people/{webex.Bob.Id}", new { displayName = "Bob", title = "GM", department = "Sales", nickName = "Bobby" })).Ok();
        var bob = (await webex.Alice.PutAsync($"people/{webex.Bob.Id}", new { emails = new[] { "robert@example.com" }, displayName = "Robert", title = "CEO" })).Ok();
        bob.Text("title").ShouldBe("CEO");
        new[] { "department", "firstName", "lastName" }.ShouldAllBe(field => !bob.Has(field));
        bob.Texts("licenses").ShouldBeEmpty();
        bob.Text("nickName").ShouldBe("Robert");
        (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Items.Select(item => item.GetProperty("personDisplayName").GetString()).ShouldContain("Robert");
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Single().GetProperty("personEmail").GetString().ShouldBe("robert@example.com");
        (await webex.Bob.GetAsync("people/me")).Ok().Text("displayName").ShouldBe("Robert");
        (await webex.Bob.GetAsync("people?email=bob@example.com")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_was_read_may_be_written_back()
    {
        await using var webex = await LocalWebex.StartAsync();
        foreach (var person in new[] { webex.Alice, webex.Bob })
        {
            var before = (await webex.Alice.GetAsync($"people/{person.Id}")).Ok();
            var after = (await webex.Alice.PutAsync($"people/{person.Id}", before.Body)).Ok();
            Fields(after).ShouldBe(Fields(before));
        }

        static string[] Fields(Answer answer) =>
            [.. answer.Body.EnumerateObject().Where(field => field.Name is not "lastModified").Select(field => field.ToString()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_short_answer_is_the_id()
    {
        await using var webex = await LocalWebex.StartAsync();
        var erin = (await webex.Alice.PostAsync("people?minResponse=true", new { emails = new[] { "erin@example.com" }, displayName = "Erin" })).Ok();
        erin.Body.EnumerateObject().Select(field => field.Name).ShouldBe(["id"]);
        (await webex.Alice.PutAsync($"people/{erin.Text("id")}?minResponse=true&showAllTypes=true", new { displayName = "Erin" })).Ok().Has("displayName").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_is_made_an_administrator_is_one_and_the_last_one_stays()
    {
        await using var webex = await LocalWebex.StartAsync();
        var role = (await webex.Alice.GetAsync("roles")).Ok().Items.Single(item => item.GetProperty("name").GetString() == "Full Administrator").GetProperty("id").GetString()!;
        (await webex.Bob.PostAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin" })).Refused(403);
        (await webex.Alice.PutAsync($"people/{webex.Alice.Id}", new { displayName = "Alice" })).Refused(400);
        var minted = await webex.MintAsync(webex.Bob, ["spark-admin:people_read"]);
        (await minted.GetAsync($"people/{webex.Carol.Id}")).Ok().Has("licenses").ShouldBeFalse();
        (await webex.Alice.PutAsync($"people/{webex.Bob.Id}", new { displayName = "Bob", roles = new[] { role } })).Ok().Texts("roles").ShouldBe([role]);
        (await minted.GetAsync($"people/{webex.Carol.Id}")).Ok().Has("licenses").ShouldBeTrue("The token is his, and he is one now.");
        (await webex.Bob.PostAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin" })).Ok();
        (await webex.Bob.DeleteAsync($"people/{webex.Alice.Id}")).Deleted();
        (await webex.Alice.GetAsync("people/me")).Refused(401);
        (await webex.Bob.DeleteAsync($"people/{webex.Bob.Id}")).Refused(400);
    }

    [Fact]
    public async Task Without_an_administrators_scope_his_role_is_not_enough_nor_the_scope_without_the_role()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await (await webex.MintAsync(webex.Alice, ["spark:all"])).DeleteAsync($"people/{webex.Bob.Id}")).Refused(403, "Missing required scope: spark-admin:people_write");
        (await (await webex.MintAsync(webex.Bob, ["spark-admin:people_write", "spark-admin:roles_read"])).DeleteAsync($"people/{webex.Carol.Id}")).Refused(403);
        (await (await webex.MintAsync(webex.Bob, ["spark-admin:roles_read"])).GetAsync("roles")).Refused(403);
        (await (await webex.MintAsync(webex.Alice, ["spark-admin:roles_read"])).GetAsync("roles")).Ok();
        (await (await webex.MintAsync(webex.Alice, ["spark:people_write"])).DeleteAsync($"people/{webex.Bob.Id}")).Deleted();
    }

    [Fact]
    public async Task Who_is_deleted_leaves_his_rooms_and_his_webhooks_are_off_but_what_he_said_stays()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Bob, webex.Alice);
        await webex.Bob.SayAsync(room, "to remember me by");
        (await webex.Bob.PostAsync("messages", new { toPersonId = webex.Carol.Id, text = "hello" })).Ok();
        await receiver.RegisterAsync(webex.Bob, "all", "all");
        await receiver.RegisterAsync(webex.Alice, "memberships", "deleted");
        (await webex.Alice.DeleteAsync($"people/{webex.Bob.Id}")).Deleted();

        (await receiver.AllAsync(webex)).Select(one => one.Data.GetProperty("personId").GetString()).ShouldBe([webex.Bob.Id]);
        (await webex.Alice.GetAsync($"people/{webex.Bob.Id}")).Refused(404, "Person not found");
        (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Items.Count.ShouldBe(1);
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Single().GetProperty("personId").GetString().ShouldBe(webex.Bob.Id);
        (await webex.Carol.GetAsync("rooms")).Ok().Items.Single().GetProperty("title").GetString().ShouldBe("Bob Brown");
        (await webex.Carol.PostAsync("messages", new { toPersonId = webex.Bob.Id, text = "still there?" })).Refused(404);
        (await webex.Alice.PostAsync("people", new { emails = new[] { webex.Bob.Email }, displayName = "Bob" })).Ok().Text("id").ShouldNotBe(webex.Bob.Id);
        (await webex.Bob.GetAsync("people/me")).Refused(401);
    }

    [Fact]
    public async Task What_administrators_do_is_in_the_audit()
    {
        await using var webex = await LocalWebex.StartAsync();
        var erin = (await webex.Alice.PostAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin" })).Ok().Text("id");
        (await webex.Alice.DeleteAsync($"people/{erin}")).Deleted();
        var (from, to) = (DateTimeOffset.Parse("2026-01-01Z"), (await webex.ClockAsync(new { })).GetProperty("now").GetDateTimeOffset());
        var path = $"adminAudit/events?orgId={webex.Alice.OrgId}&from={to.AddHours(-1):yyyy-MM-ddTHH:mm:ss.fffZ}&to={to.AddHours(1):yyyy-MM-ddTHH:mm:ss.fffZ}&max=1";
        from.ShouldBeLessThan(to);
        var newest = (await webex.Alice.GetAsync(path)).Ok();
        newest.Items.Single().GetProperty("data").GetProperty("eventDescription").GetString().ShouldBe("The user was deleted");
        var older = (await webex.Alice.GetAsync(newest.Next!)).Ok().Items.Single();
        older.GetProperty("actorId").GetString().ShouldBe(webex.Alice.Id);
        older.GetProperty("data").GetProperty("targetId").GetString().ShouldBe(erin);
        older.GetProperty("data").GetProperty("targetName").GetString().ShouldBe("erin@example.com");
        (await webex.Alice.GetAsync($"{path}&actorId={webex.Bob.Id}")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Licences_are_counted_and_an_organisation_has_a_name()
    {
        await using var webex = await LocalWebex.StartAsync();
        Used(await webex.Alice.GetAsync("licenses")).ShouldBe([3, 0]);
        (await webex.Alice.PutAsync($"people/{webex.Bob.Id}", new { displayName = "Bob" })).Ok();
        Used(await webex.Alice.GetAsync("licenses")).ShouldBe([2, 0]);
        (await webex.Alice.GetAsync("organizations")).Ok().Items.Single().GetProperty("displayName").GetString().ShouldBe("example.com");

        static int[] Used(Answer answer) => [.. answer.Ok().Items.Select((JsonElement item) => item.GetProperty("consumedUnits").GetInt32())];
    }
}
