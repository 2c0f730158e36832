using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>What is delivered, field by field: ids of their types, times, flags, and nothing that was said.</summary>
public sealed class WebhookBodyTests
{
    private const string Message = "id:MESSAGE roomId:ROOM roomType:text personId:PEOPLE personEmail:text created:time";
    private const string Membership =
        "id:MEMBERSHIP roomId:ROOM roomType:text personId:PEOPLE personEmail:text personDisplayName:text personOrgId:ORGANIZATION isModerator:flag isMonitor:flag created:time";
    private const string Room = "id:ROOM type:text isLocked:flag creatorId:PEOPLE lastActivity:time created:time";

    [Fact]
    public async Task Every_event_has_its_fields()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "all", "all", secret: "s3cr3t");
        await receiver.RegisterAsync(webex.Alice, "attachmentActions", "created");

        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var said = await webex.Alice.SayAsync(room, "<@all> <@personEmail:bob@example.com> hi");
        await ShouldBeAsync(webex, receiver, $"rooms/created {Room}", $"memberships/created {Membership}", $"memberships/created {Membership}",
            $"messages/created {Message} mentionedPeople:PEOPLE mentionedGroups:text");
        (await webex.Alice.PutAsync($"messages/{said}", new { roomId = room, text = "ho" })).Ok();
        (await webex.Bob.PostAsync("messages", new { roomId = room, parentId = said, text = "reply" })).Ok();
        await ShouldBeAsync(webex, receiver, $"messages/updated {Message}", $"messages/created {Message} parentId:MESSAGE");
        (await webex.Alice.DeleteAsync($"messages/{said}")).Deleted();
        await ShouldBeAsync(webex, receiver, $"messages/deleted {Message.Replace(" created:time", "")}");

        var attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard", version = "1.3" } } };
        var card = (await webex.Alice.PostAsync("messages", new { roomId = room, attachments })).Ok().Text("id");
        (await webex.Bob.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = new { colour = "green" } })).Ok();
        await ShouldBeAsync(webex, receiver, "attachmentActions/created id:ATTACHMENT_ACTION type:text messageId:MESSAGE personId:PEOPLE roomId:ROOM created:time",
            $"messages/created {Message}");

        var bobs = (await webex.Alice.GetAsync($"memberships?roomId={room}&personId={webex.Bob.Id}")).Ok().Items.Single().GetProperty("id");
        (await webex.Alice.PutAsync($"memberships/{bobs}", new { isModerator = true })).Ok();
        await ShouldBeAsync(webex, receiver, $"memberships/updated {Membership}", $"memberships/updated {Membership}", $"rooms/updated {Room}");
        (await webex.Alice.DeleteAsync($"memberships/{bobs}")).Deleted();
        await ShouldBeAsync(webex, receiver, $"memberships/deleted {Membership}");

        var team = (await webex.Alice.PostAsync("teams", new { name = "Growers" })).Ok().Text("id");
        await receiver.AllAsync(webex);
        (await webex.Alice.PostAsync("rooms", new { title = "Meadow", teamId = team })).Ok();
        await ShouldBeAsync(webex, receiver, $"rooms/created {Room} teamId:TEAM", $"memberships/created {Membership}");
    }

    [Fact]
    public async Task A_file_is_named_by_its_address_which_can_be_called()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        await receiver.RegisterAsync(webex.Bob, "messages", "created", "hasFiles=true");
        var sent = (await webex.Alice.UploadAsync(room, "tree.txt", [1, 2, 3])).Ok();

        var data = (await receiver.AllAsync(webex)).ShouldHaveSingleItem().Data;
        var file = data.GetProperty("files").EnumerateArray().ShouldHaveSingleItem().GetString()!;
        file.ShouldBe(sent.Texts("files").Single());
        using var download = await webex.DownloadAsync(webex.Bob, new Uri(file).PathAndQuery);
        (await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task An_edit_says_when_where_that_is_switched_on()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:EditsSayWhen", "true"));
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "messages", "updated");
        var room = await webex.RoomAsync(webex.Alice);
        var said = await webex.Alice.SayAsync(room, "hi");
        var edited = (await webex.Alice.PutAsync($"messages/{said}", new { roomId = room, text = "ho" })).Ok();
        (await receiver.AllAsync(webex)).ShouldHaveSingleItem().Data.GetProperty("updated").GetString().ShouldBe(edited.Text("updated"));
    }

    // The order between webhooks is nobody's; within one it is that of the events, and each kind comes from one of the two.
    private static async Task ShouldBeAsync(LocalWebex webex, WebhookReceiver receiver, params string[] expected)
    {
        var all = await receiver.AllAsync(webex);
        foreach (var one in all)
        {
            one.Headers.ContainsKey("X-Spark-Signature").ShouldBe(!one.Kind.StartsWith("attachment", StringComparison.Ordinal));
            Shape(one.Json, except: "data").ShouldBe(Sorted(
                "id:WEBHOOK name:text targetUrl:text resource:text event:text orgId:ORGANIZATION createdBy:PEOPLE appId:APPLICATION ownedBy:text status:text created:time actorId:PEOPLE"));
        }
        all.Select(one => $"{one.Kind} {Shape(one.Data)}").Order().ShouldBe(
            expected.Select(text => text.Split(' ', 2)).Select(parts => $"{parts[0]} {Sorted(parts[1])}").Order());
    }

    private static string Sorted(string fields) => string.Join(' ', fields.Split(' ').Order());

    private static string Shape(JsonElement value, string? except = null) => string.Join(' ',
        value.EnumerateObject().Where(field => field.Name != except).Select(field => $"{field.Name}:{WireType.Of(field.Value)}").Order());
}
