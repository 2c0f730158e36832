using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>A list of rooms is in order at any time, whatever happened to the rooms since it was read last.</summary>
public sealed class RoomOrderTests
{
    [Theory]
    [InlineData("rooms?max=2")]
    [InlineData("rooms?max=2&sortBy=lastactivity")]
    [InlineData("rooms?max=2&sortBy=created")]
    [InlineData("rooms?max=2&sortBy=id")]
    [InlineData("rooms?max=2&sortBy=created&type=group")]
    public async Task Every_page_is_in_order_after_every_change(string path)
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var rooms = new List<string>();
        await ShouldBeInOrderAsync(webex, path, rooms);
        for (var number = 0; number < 7; number++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            rooms.Add(await webex.RoomAsync(webex.Alice, webex.Bob));
            await ShouldBeInOrderAsync(webex, path, rooms);
        }
        foreach (var room in new[] { rooms[3], rooms[0], rooms[3], rooms[6] })
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await webex.Bob.SayAsync(room, "hello");
            await ShouldBeInOrderAsync(webex, path, rooms);
        }
        await webex.Bob.SayAsync(rooms[1], "in the same moment as the next");
        await webex.Bob.SayAsync(rooms[5], "in the same moment as the last");
        (await webex.Alice.DeleteAsync($"rooms/{rooms[3]}")).Deleted();
        var own = (await webex.Alice.GetAsync($"memberships?roomId={rooms[6]}&personId={webex.Alice.Id}")).Ok().Items.Single().GetProperty("id");
        (await webex.Alice.DeleteAsync($"memberships/{own}")).Deleted();
        await webex.Bob.SayAsync(rooms[6], "she is gone");
        rooms.RemoveAt(6);
        rooms.RemoveAt(3);
        await ShouldBeInOrderAsync(webex, path, rooms);
    }

    [Fact]
    public async Task A_room_in_a_list_is_what_it_is_now_for_whoever_reads()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        (await webex.Alice.PostAsync("messages", new { toPersonId = webex.Bob.Id, text = "hi" })).Ok();
        (await TitlesAsync(webex.Alice)).ShouldBe(["Bob Brown", "Orchard"], ignoreOrder: true);
        (await TitlesAsync(webex.Bob)).ShouldBe(["Alice Anderson", "Orchard"], ignoreOrder: true);
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Meadow", isLocked = true })).Ok();
        (await TitlesAsync(webex.Bob)).ShouldBe(["Alice Anderson", "Meadow"], ignoreOrder: true);
        foreach (var item in (await webex.Bob.GetAsync("rooms")).Ok().Items)
            item.GetRawText().ShouldBe((await webex.Bob.GetAsync($"rooms/{item.GetProperty("id")}")).Ok().Body.GetRawText());
    }

    private static async Task<IEnumerable<string?>> TitlesAsync(Account reader) =>
        (await reader.GetAsync("rooms")).Ok().Items.Select(room => room.GetProperty("title").GetString());

    private static async Task ShouldBeInOrderAsync(LocalWebex webex, string path, IReadOnlyList<string> rooms)
    {
        var items = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            var page = (await webex.Alice.GetAsync(next)).Ok();
            items.AddRange(page.Items);
            items.Count.ShouldBeLessThanOrEqualTo(rooms.Count, "A list that is out of order may never end.");
            next = page.Next;
        }
        items.Select(room => room.GetProperty("id").GetString()).ShouldBe(rooms, ignoreOrder: true);
        var field = path.Contains("=id") ? null : path.Contains("=created") ? "created" : "lastActivity";
        if (field is null) return;
        var times = items.Select(room => room.GetProperty(field).GetDateTimeOffset()).ToList();
        times.ShouldBe(times.OrderDescending());
    }
}
