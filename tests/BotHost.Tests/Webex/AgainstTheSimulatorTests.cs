using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BotHost.Testing;
using BotHost.Tests.Simulator;
using BotHost.Webex;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Webex;

/// <summary>The client and the local Webex, written apart from the same facts, meet over HTTP.</summary>
public sealed class AgainstTheSimulatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_up_and_comes_down_as_it_was()
    {
        await using var bot = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        var webex = bot.Host.Services.GetRequiredService<WebexClient>();
        var room = await webex.Rooms.CreateAsync(new NewRoom { Title = "Files" }, Cancelled);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Zeile für Zeile\n", 10_000)));

        var message = await webex.Messages.CreateAsync(
            new NewMessage { RoomId = room.Id, Markdown = "**see**", File = new FileUpload("Übersicht \"1\".txt", new MemoryStream(bytes), "text/plain") }, Cancelled);

        var details = await webex.Files.GetDetailsAsync(message.Files.ShouldHaveSingleItem(), cancellationToken: Cancelled);
        details.Length.ShouldBe(bytes.Length);
        details.ContentType.ShouldBe("text/plain");
        await using var download = await webex.Files.DownloadAsync(message.Files[0], cancellationToken: Cancelled);
        download.Name.ShouldNotBeNull().ShouldStartWith("Übersicht");
        using var copy = new MemoryStream();
        await download.Content.CopyToAsync(copy, Cancelled);
        copy.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        (await webex.Messages.GetAsync(message.Id, Cancelled)).Files.ShouldBe(message.Files);
    }

    [Fact]
    public async Task Teams_tabs_and_memberships_are_made_read_changed_and_gone()
    {
        await using var bot = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        var webex = bot.Host.Services.GetRequiredService<WebexClient>();

        var team = await webex.Teams.CreateAsync(new NewTeam { Name = "Build squad" }, Cancelled);
        var joined = await webex.TeamMemberships.CreateAsync(new NewTeamMembership { TeamId = team.Id, PersonEmail = "alice@example.com" }, Cancelled);
        var room = await webex.Rooms.CreateAsync(new NewRoom { Title = "In the team", TeamId = team.Id }, Cancelled);
        var tab = await webex.RoomTabs.CreateAsync(new RoomTabContent { RoomId = room.Id, ContentUrl = "https://example.com/", DisplayName = "Plan" }, Cancelled);

        (await ToListAsync(webex.Teams.ListAsync(cancellationToken: Cancelled))).ShouldContain(t => t.Name == "Build squad");
        (await ToListAsync(webex.TeamMemberships.ListAsync(team.Id, cancellationToken: Cancelled))).Count.ShouldBe(2);
        (await ToListAsync(webex.Rooms.ListAsync(teamId: team.Id, cancellationToken: Cancelled))).ShouldContain(r => r.Id == room.Id);
        (await ToListAsync(webex.RoomTabs.ListAsync(room.Id, cancellationToken: Cancelled))).ShouldHaveSingleItem().DisplayName.ShouldBe("Plan");
        await webex.RoomTabs.DeleteAsync(tab.Id, Cancelled);
        await webex.TeamMemberships.DeleteAsync(joined.Id, Cancelled);
        await webex.Teams.DeleteAsync(team.Id, Cancelled);
        (await Should.ThrowAsync<WebexException>(() => webex.Teams.GetAsync(team.Id, Cancelled))).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_list_of_several_pages_is_one_list()
    {
        await using var bot = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        var webex = bot.Host.Services.GetRequiredService<WebexClient>();
        for (var i = 0; i < 25; i++)
            await webex.Rooms.CreateAsync(new NewRoom { Title = $"Room {i}" }, Cancelled);

        var rooms = await ToListAsync(webex.Rooms.ListAsync(max: 10, cancellationToken: Cancelled));

        rooms.Select(r => r.Title).Distinct().Count().ShouldBe(25);
    }

    [Fact]
    public async Task An_empty_page_that_has_a_next_one_is_not_the_end()
    {
        await using var local = await LocalWebex.StartAsync(null, ("Simulator:Switches:ListsBeginWithAnEmptyPage", "true"));
        var room = await local.RoomAsync(local.Bob, local.Carol);
        foreach (var text in new[] { "one", "two", "three" }) await local.Bob.SayAsync(room, text);
        await using var services = WebexBench.At(local, local.Bob, TimeProvider.System);
        var webex = services.GetRequiredService<WebexClient>();

        (await ToListAsync(webex.Messages.ListAsync(new RoomId(room), max: 2, cancellationToken: Cancelled))).Select(m => m.Text).ShouldBe(["three", "two", "one"]);
        (await ToListAsync(webex.Memberships.ListAsync(new RoomId(room), max: 1, cancellationToken: Cancelled))).Count.ShouldBe(2);
        (await ToListAsync(webex.People.ListAsync(displayName: "Bob", cancellationToken: Cancelled))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_edited_message_says_so_and_one_with_a_card_cannot_be()
    {
        await using var bot = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        var webex = bot.Host.Services.GetRequiredService<WebexClient>();
        var room = await webex.Rooms.CreateAsync(new NewRoom { Title = "Edits" }, Cancelled);
        var message = await webex.Messages.CreateAsync(new NewMessage { RoomId = room.Id, Text = "one" }, Cancelled);

        for (var edit = 1; edit <= 10; edit++)
            (await webex.Messages.EditAsync(message.Id, new MessageEdit { RoomId = room.Id, Text = $"edit {edit}" }, Cancelled)).Updated.ShouldNotBeNull();

        (await Should.ThrowAsync<WebexException>(() => webex.Messages.EditAsync(message.Id, new MessageEdit { RoomId = room.Id, Text = "eleven" }, Cancelled)))
            .Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        var card = await webex.Messages.CreateAsync(new NewMessage
        {
            RoomId = room.Id,
            Text = "card",
            Attachments = [Attachment.Card(JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.3", body = Array.Empty<int>() }))],
        }, Cancelled);
        (await Should.ThrowAsync<WebexException>(() => webex.Messages.EditAsync(card.Id, new MessageEdit { RoomId = room.Id, Text = "no" }, Cancelled)))
            .Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_room_whose_title_cannot_be_read_is_in_the_list_and_says_so()
    {
        await using var bot = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        var webex = bot.Host.Services.GetRequiredService<WebexClient>();
        var whole = await webex.Rooms.CreateAsync(new NewRoom { Title = "Whole" }, Cancelled);
        var broken = await webex.Rooms.CreateAsync(new NewRoom { Title = "Broken" }, Cancelled);
        using var control = new HttpClient { BaseAddress = new Uri(bot.Webex.Urls.First()) };
        (await control.PostAsJsonAsync("/simulator/faults", new { path = "/rooms", breaks = "title", item = broken.Id.Value }, Cancelled)).EnsureSuccessStatusCode();

        var rooms = (await ToListAsync(webex.Rooms.ListAsync(cancellationToken: Cancelled))).ToDictionary(room => room.Id);

        (rooms[whole.Id].Title, rooms[broken.Id].Title).ShouldBe(("Whole", null));
        rooms[whole.Id].Errors.ShouldBeEmpty();
        rooms[broken.Id].Errors.ShouldHaveSingleItem().ShouldBe(new("title", new FieldError(
            "kms_failure", "Key management server failed to respond appropriately. For more information: https://developer.webex.com/errors")));
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
