namespace BotHost.Tests.Simulator;

public sealed class WebhookRegistrationTests
{
    [Fact]
    public async Task A_webhook_is_created_read_changed_and_deleted()
    {
        await using var webex = await LocalWebex.StartAsync();
        var created = (await webex.Bot.PostAsync("webhooks", Hook())).Ok();
        created.Text("status").ShouldBe("active");
        created.Text("secret").ShouldBe("s3cr3t");
        created.Text("createdBy").ShouldBe(webex.Bot.Id);
        created.Text("orgId").ShouldBe(webex.Bot.OrgId);
        created.Text("ownedBy").ShouldBe("creator");
        created.Has("appId").ShouldBeTrue();
        created.Has("filter").ShouldBeFalse();
        var path = $"webhooks/{created.Text("id")}";
        (await webex.Bot.GetAsync(path)).Ok().Body.GetRawText().ShouldBe(created.Body.GetRawText());

        var changed = (await webex.Bot.PutAsync(path, new { name = "new", targetUrl = "http://127.0.0.1:2/x", @event = "deleted", status = "inactive" })).Ok();
        changed.Text("name").ShouldBe("new");
        changed.Text("targetUrl").ShouldBe("http://127.0.0.1:2/x");
        changed.Text("event").ShouldBe("created");
        changed.Text("status").ShouldBe("active");
        changed.Text("secret").ShouldBe("s3cr3t");

        (await webex.Bot.DeleteAsync(path)).Deleted();
        (await webex.Bot.GetAsync(path)).Refused(404);
        (await webex.Bot.DeleteAsync(path)).Refused(404);
    }

    [Fact]
    public async Task Each_sees_his_own_and_the_same_may_be_there_twice()
    {
        await using var webex = await LocalWebex.StartAsync();
        var id = (await webex.Bot.PostAsync("webhooks", Hook())).Ok().Text("id");
        (await webex.Bot.PostAsync("webhooks", Hook())).Ok().Text("id").ShouldNotBe(id);
        (await webex.Bot.GetAsync("webhooks")).Ok().Items.Count.ShouldBe(2);
        (await webex.Alice.GetAsync("webhooks")).Ok().Items.ShouldBeEmpty();
        (await webex.Alice.GetAsync($"webhooks/{id}")).Refused(404);
        (await webex.Alice.PutAsync($"webhooks/{id}", Hook())).Refused(404);
        (await webex.Alice.DeleteAsync($"webhooks/{id}")).Refused(404);
    }

    [Theory]
    [InlineData("colour=green", "colour")]
    [InlineData("roomId=unknown", "roomId")]
    [InlineData("roomId", "roomId")]
    [InlineData("roomType=round", "roomType")]
    [InlineData("hasFiles=some", "hasFiles")]
    [InlineData("roomType=group&personId=unknown", "personId")]
    [InlineData("mentionedPeople=me,unknown", "mentionedPeople")]
    public async Task A_filter_that_cannot_hold_is_refused(string filter, string name)
    {
        await using var webex = await LocalWebex.StartAsync();
        var refusal = await webex.Bot.PostAsync("webhooks", Hook(filter: filter));
        refusal.Refused(400);
        refusal.Text("message").ShouldEndWith($"error = 'Invalid value for filter: {name}')");
    }

    [Fact]
    public async Task A_room_one_is_not_in_is_no_filter()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Bot.PostAsync("webhooks", Hook(filter: $"roomId={room}"))).Refused(400);
        (await webex.Alice.PostAsync("webhooks", Hook(filter: $"roomId={room}"))).Ok().Text("filter").ShouldBe($"roomId={room}");
    }

    private static object Hook(
        string? name = "hook", string? targetUrl = "http://127.0.0.1:1/x", string resource = "messages", string happening = "created",
        string? filter = null, string? ownedBy = null) =>
        new { name, targetUrl, resource, @event = happening, filter, ownedBy, secret = "s3cr3t" };
}
