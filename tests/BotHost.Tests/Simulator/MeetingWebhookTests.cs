using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class MeetingWebhookTests
{
    [Fact]
    public async Task What_happens_to_a_meeting_is_told_in_order()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        await using var receiver = await WebhookReceiver.StartAsync();
        foreach (var (resource, happening) in new[] { ("meetings", "all"), ("meetings", "started"), ("meetings", "ended"), ("meetingParticipants", "joined"), ("meetingParticipants", "left") })
            await receiver.RegisterAsync(webex.Alice, resource, happening);

        var id = await webex.Alice.MeetAsync(invitees: ["bob@example.com"]);
        (await webex.Alice.PatchAsync($"meetings/{id}", new { title = "Weekly" })).Ok();
        var created = (await receiver.AllAsync(webex)).ToList();
        created.Select(one => one.Kind).ShouldBe(["meetings/created", "meetings/updated"]);
        (Text(created[1].Data, "id"), Text(created[1].Data, "title"), Text(created[1].Data, "state")).ShouldBe((id, "Weekly", "active"));
        Text(created[0].Json, "actorId").ShouldBe(webex.Alice.Id);

        var held = Text(await webex.HoldAsync(id, "start"), "meetingId");
        await webex.HoldAsync(id, "join", new { email = "bob@example.com" });
        await webex.HoldAsync(id, "end");
        var happened = (await receiver.AllAsync(webex)).ToList();
        happened.Select(one => one.Kind).Order().ShouldBe(
            ["meetingParticipants/joined", "meetingParticipants/joined", "meetingParticipants/left", "meetingParticipants/left", "meetings/ended", "meetings/started"]);
        var ended = happened.Single(one => one.Kind is "meetings/ended").Data;
        (Text(ended, "id"), Text(ended, "state"), Text(ended, "meetingSeriesId"), Text(ended, "hostEmail")).ShouldBe((held, "ended", id, "alice@example.com"));
        happened.Where(one => one.Kind is "meetingParticipants/joined").Select(one => Text(one.Data, "email")).ShouldBe(["alice@example.com", "bob@example.com"]);

        (await webex.Alice.DeleteAsync($"meetings/{id}")).Deleted();
        (await receiver.AllAsync(webex)).ShouldHaveSingleItem().Kind.ShouldBe("meetings/deleted");
    }

    [Fact]
    public async Task What_is_left_of_a_meeting_is_told_too()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "recordings", "all");
        await receiver.RegisterAsync(webex.Alice, "meetingTranscripts", "created");
        var id = await webex.Alice.MeetAsync(more: new { enabledAutoRecordMeeting = true });
        var held = Text(await webex.HoldAsync(id, "start"), "meetingId");
        await webex.HoldAsync(id, "end");
        var recording = (await receiver.AllAsync(webex)).ShouldHaveSingleItem();
        (recording.Kind, Text(recording.Data, "meetingId")).ShouldBe(("recordings/created", held));
        var path = $"recordings/{Text(recording.Data, "id")}";
        (await webex.Alice.PostAsync($"{path}/accessList", new { addEmails = new[] { "bob@example.com" } })).Deleted();
        (await webex.Alice.DeleteAsync(path)).Deleted();
        await webex.HoldAsync(id, "transcripts", new { snippets = new[] { new { text = "Hello" } } });
        (await receiver.AllAsync(webex)).Select(one => one.Kind).Order().ShouldBe(["meetingTranscripts/created", "recordings/deleted", "recordings/updated"]);
    }

    [Theory]
    [InlineData("meetings", "started", "state=inProgress", 1)]
    [InlineData("meetings", "started", "state=ended", 0)]
    [InlineData("meetings", "started", "meetingType=meeting", 1)]
    [InlineData("meetings", "started", "meetingNumber={number}", 1)]
    [InlineData("meetings", "started", "meetingNumber=1", 0)]
    [InlineData("meetings", "started", "siteUrl=example-com.webex.example", 1)]
    [InlineData("meetingParticipants", "joined", "hostEmail=alice@example.com&state=joined", 1)]
    [InlineData("meetingParticipants", "joined", "hostEmail=bob@example.com", 0)]
    public async Task Filters_say_which_meetings(string resource, string happening, string filter, int heard)
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        await using var receiver = await WebhookReceiver.StartAsync();
        var meeting = await webex.Alice.ScheduleAsync();
        await receiver.RegisterAsync(webex.Alice, resource, happening, filter.Replace("{number}", meeting.Text("meetingNumber"), StringComparison.Ordinal));
        await webex.HoldAsync(meeting.Text("id"), "start");
        (await receiver.AllAsync(webex)).Count.ShouldBe(heard);
    }

    [Fact]
    public async Task Of_the_organisation_an_administrator_hears_every_meeting_and_may_name_its_host()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        await using var receiver = await WebhookReceiver.StartAsync();
        var hook = new { name = "x", targetUrl = receiver.Url, resource = "meetings", @event = "created", ownedBy = "org" };
        (await webex.Alice.PostAsync("webhooks", new { hook.name, hook.targetUrl, hook.resource, hook.@event, filter = "hostEmail=bob@example.com" })).Refused(400);
        (await webex.Alice.PostAsync("webhooks", new { hook.name, hook.targetUrl, hook.resource, hook.@event, hook.ownedBy, filter = "hostEmail=bob@example.com" })).Ok();
        await webex.Bob.MeetAsync(title: "Bob's");
        await webex.Carol.MeetAsync(title: "Carol's");
        await webex.Dave.MeetAsync(title: "Dave's");
        Text((await receiver.AllAsync(webex)).ShouldHaveSingleItem().Data, "title").ShouldBe("Bob's");
    }

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;
}
