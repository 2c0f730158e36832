using BotHost.Tests.Simulator.Refusals;

namespace BotHost.Tests.Simulator;

public sealed class PagingTests
{
    [Fact]
    public async Task A_list_is_followed_by_its_link_and_ends_without_one()
    {
        await using var webex = await LocalWebex.StartAsync();
        for (var number = 1; number <= 7; number++) (await webex.Alice.PostAsync("rooms", new { title = $"Room {number}" })).Ok();

        var page = await webex.Alice.GetAsync("rooms?sortBy=id&max=3");
        var ids = page.Items.Select(room => room.GetProperty("id").GetString()!).ToList();
        page.Next.ShouldNotBeNull().ShouldStartWith(webex.Http.BaseAddress + "v1/rooms?sortBy=id&max=3&cursor=");
        while (page.Next is { } next)
        {
            page = (await webex.Alice.GetAsync(next)).Ok();
            ids.AddRange(page.Items.Select(room => room.GetProperty("id").GetString()!));
        }
        ids.Count.ShouldBe(7);
        ids.Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task The_newest_messages_come_first_on_every_page()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        for (var number = 1; number <= 5; number++) await webex.Alice.SayAsync(room, $"{number}");

        var texts = new List<string>();
        for (var path = $"messages?roomId={room}&max=2"; path is not null;)
        {
            var page = (await webex.Alice.GetAsync(path)).Ok();
            texts.AddRange(page.Items.Select(message => message.GetProperty("text").GetString()!));
            path = page.Next;
        }
        texts.ShouldBe(["5", "4", "3", "2", "1"]);
    }

    [Fact]
    public async Task The_cursor_outranks_the_bounds_a_client_puts_back()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        for (var number = 1; number <= 4; number++) await webex.Alice.SayAsync(room, $"{number}");
        var first = (await webex.Alice.GetAsync($"messages?roomId={room}&max=2&before=2999-01-01T00:00:00.000Z")).Ok();
        (await webex.Alice.GetAsync(first.Next!)).Ok().Items.Select(message => message.GetProperty("text").GetString()).ShouldBe(["2", "1"]);
    }

    [Fact]
    public async Task A_page_goes_on_where_it_was_although_its_last_item_is_gone()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        for (var number = 1; number <= 4; number++) await webex.Alice.SayAsync(room, $"{number}");
        var first = (await webex.Alice.GetAsync($"messages?roomId={room}&max=2")).Ok();
        (await webex.Alice.DeleteAsync($"messages/{first.Items[1].GetProperty("id")}")).Deleted();
        (await webex.Alice.GetAsync(first.Next!)).Ok().Items.Select(message => message.GetProperty("text").GetString()).ShouldBe(["2", "1"]);
    }

    [Fact]
    public async Task A_page_is_empty_when_what_was_to_come_is_gone()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var last = await webex.Alice.SayAsync(room, "1");
        await webex.Alice.SayAsync(room, "2");
        var first = (await webex.Alice.GetAsync($"messages?roomId={room}&max=1")).Ok();
        (await webex.Alice.DeleteAsync($"messages/{last}")).Deleted();
        var second = (await webex.Alice.GetAsync(first.Next!)).Ok();
        second.Items.ShouldBeEmpty();
        second.Next.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_list_comes_in_pages_that_make_up_the_whole(string name)
    {
        await using var stage = await Stage.StartAsync();
        var operation = OperationTable.All.Single(operation => operation.Name == name);
        var whole = (await stage.CallAsync(operation)).Ok();
        whole.Items.Count.ShouldBeGreaterThanOrEqualTo(3);
        whole.Next.ShouldBeNull();

        var page = (await stage.CallAsync(operation, new(200, null, new { max = "1" }, operation.By))).Ok();
        var start = $"{stage.Webex.Http.BaseAddress}v1/{operation.With(new Dictionary<string, object> { ["max"] = "1" }, stage.Fill).Path}&cursor=";
        var items = page.Items.ToList();
        while (page.Next is { } next)
        {
            page.Items.Count.ShouldBe(1);
            next.ShouldStartWith(start);
            page = (await stage.FollowAsync(operation, next)).Ok();
            items.AddRange(page.Items);
        }
        items.Select(item => item.ToString()).ShouldBe(whole.Items.Select(item => item.ToString()));
        var most = (await stage.CallAsync(operation, new(200, null, new { max = "1000000" }, operation.By))).Ok();
        most.Items.Count.ShouldBe(whole.Items.Count, "What is above the ceiling is capped silently.");
    }

    [Fact]
    public async Task By_a_switch_every_list_begins_with_an_empty_page_and_lacks_nothing()
    {
        await using var stage = await Stage.StartAsync();
        await using var other = await Stage.StartAsync(("Simulator:Switches:ListsBeginWithAnEmptyPage", "true"));
        foreach (var operation in OperationTable.All.Where(operation => operation.Parameters.Contains("cursor")))
        {
            var first = (await other.CallAsync(operation)).Ok();
            first.Items.ShouldBeEmpty();
            var second = (await other.FollowAsync(operation, first.Next!)).Ok();
            second.Items.Count.ShouldBe((await stage.CallAsync(operation)).Ok().Items.Count);
        }
        var until = new Wrong(200, null, new { before = "2001-01-01T00:00:00.000Z" }, "carol");
        var messages = OperationTable.All.Single(operation => operation.Name == "GET /messages");
        var begun = (await other.CallAsync(messages, until)).Ok();
        (await other.FollowAsync(messages, begun.Next!)).Ok().Items.ShouldBeEmpty("The bounds hold on from there.");
    }

    public static TheoryData<string> Lists() =>
        [.. OperationTable.All.Where(operation => operation.Parameters.Contains("cursor")).Select(operation => operation.Name)];
}
