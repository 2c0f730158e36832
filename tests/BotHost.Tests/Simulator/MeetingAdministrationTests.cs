using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class MeetingAdministrationTests
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_administrator_looks_after_the_meetings_of_the_organisation()
    {
        await using var webex = await StartAsync();
        var id = (await webex.Alice.PostAsync("meetings", new { title = "For Bob", start = "2026-03-02T10:00:00Z", end = "2026-03-02T11:00:00Z", hostEmail = "bob@example.com" })).Ok().Text("id");
        (await webex.Bob.GetAsync($"meetings/{id}")).Ok().Text("hostEmail").ShouldBe("bob@example.com");
        (await webex.Alice.GetAsync($"meetings/{id}")).Refused(404);
        (await webex.Alice.GetAsync($"meetings/{id}?hostEmail=bob@example.com")).Ok();
        (await webex.Alice.GetAsync("meetings?hostEmail=bob@example.com")).Ok().Items.Count.ShouldBe(1);
        (await (await webex.MintAsync(webex.Alice, ["meeting:schedules_read"])).GetAsync("meetings?hostEmail=bob@example.com")).Refused(403);

        var bare = (await webex.Alice.GetAsync($"admin/meetings/{id}")).Ok();
        new[] { "password", "hostKey", "webLink", "sipAddress", "agenda" }.ShouldAllBe(field => !bare.Has(field));
        (await webex.Alice.PostAsync("meetings/reassignHost", new { hostEmail = "carol@example.com", meetingIds = new[] { id } })).Deleted();
        (await webex.Carol.GetAsync($"meetings/{id}")).Ok().Text("hostEmail").ShouldBe("carol@example.com");
        var mixed = await webex.Alice.PostAsync("meetings/reassignHost", new { hostEmail = "bob@example.com", meetingIds = new[] { id, "nobodys" } });
        ((int)mixed.Status).ShouldBe(207);
        mixed.Items.Select(item => item.GetProperty("httpStatus").GetInt32()).ShouldBe([200, 404]);
        Text(mixed.Items[1], "message").ShouldBe("The requested resource could not be found.");
    }

    [Fact]
    public async Task Not_more_than_a_hundred_are_scheduled_in_a_day_and_what_is_refused_counts()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock, ("Simulator:Meetings:PerDay", "3"), ("Simulator:Meetings:PerDayOfAdministrators", "4"),
            ("Simulator:Meetings:PerDayOfAdministratorsForOne", "2"));
        (await webex.Bob.PostAsync("meetings", new { })).Refused(400);
        foreach (var at in new[] { Ten, Ten }) await webex.Bob.MeetAsync(at);
        var refused = await webex.Bob.PostAsync("meetings", new { });
        ((int)refused.Status).ShouldBe(429);
        refused.Headers["Retry-After"].ShouldBe("86400");
        clock.Advance(TimeSpan.FromHours(24));
        (await webex.Bob.PostAsync("meetings", new { })).Refused(400);

        foreach (var email in new[] { "bob@example.com", "bob@example.com", "carol@example.com", "carol@example.com" })
            (await webex.Alice.PostAsync("meetings", new { hostEmail = email })).Refused(400);
        ((int)(await webex.Alice.PostAsync("meetings", new { })).Status).ShouldBe(429);
    }

    [Fact]
    public async Task A_compliance_officer_ends_any_meeting_of_the_organisation()
    {
        await using var webex = await StartAsync();
        var (bobs, daves) = (await webex.Bob.MeetAsync(Ten), await webex.Dave.MeetAsync(Ten));
        foreach (var id in new[] { bobs, daves }) await webex.HoldAsync(id, "start");
        (await webex.Carol.PostAsync($"meetings/{bobs}/end", new { })).Refused(404);
        (await webex.Alice.PostAsync($"meetings/{bobs}/end", new { reason = "an audit" })).Deleted();
        (await webex.Alice.PostAsync($"meetings/{daves}/end", new { })).Refused(404);
        (await webex.Bob.GetAsync($"meetings/{bobs}")).Ok().Text("state").ShouldBe("active");
    }

    [Fact]
    public async Task An_administrator_sees_what_is_held_in_the_organisation_and_who_is_there()
    {
        await using var webex = await StartAsync();
        var (bobs, daves) = (await webex.Bob.MeetAsync(Ten), await webex.Dave.MeetAsync(Ten));
        foreach (var id in new[] { bobs, daves }) await webex.HoldAsync(id, "start");

        var held = (await webex.Alice.GetAsync("meetings?meetingType=meeting")).Ok().Items.ShouldHaveSingleItem();
        Text(held, "hostEmail").ShouldBe("bob@example.com");
        foreach (var other in new[] { await webex.MintAsync(webex.Alice, ["meeting:schedules_read"]), webex.Carol })
            (await other.GetAsync("meetings?meetingType=meeting")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync("meetings?meetingType=meeting&hostEmail=carol@example.com")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync("meetings")).Ok().Items.ShouldBeEmpty("Of what is scheduled she sees her own.");

        var there = (await webex.Alice.GetAsync($"meetingParticipants?meetingId={Text(held, "id")}")).Ok().Items.ShouldHaveSingleItem();
        (await webex.Alice.GetAsync($"meetingParticipants/{Text(there, "id")}")).Ok().Text("email").ShouldBe("bob@example.com");
        (await webex.Alice.GetAsync($"meetingParticipants?meetingId={bobs}&hostEmail=carol@example.com")).Refused(404);
        foreach (var (who, id) in new[] { (webex.Alice, daves), (webex.Carol, bobs) }) (await who.GetAsync($"meetingParticipants?meetingId={id}")).Refused(404);
    }

    private static Task<LocalWebex> StartAsync() => LocalWebex.StartAsync(new ManualClock());

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;
}
