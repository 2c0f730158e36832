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

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_max_that_is_no_number_is_400(string max)
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync($"rooms?max={max}")).Refused(400);
        (await webex.Alice.GetAsync("rooms?cursor=junk")).Refused(400);
    }

    [Fact]
    public async Task A_max_above_the_ceiling_is_capped_silently()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.GetAsync("rooms?max=100000")).Ok();
    }

    [Fact]
    public async Task Memberships_and_webhooks_page_too()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Carol);
        var first = (await webex.Alice.GetAsync($"memberships?roomId={room}&max=2")).Ok();
        first.Items.Count.ShouldBe(2);
        (await webex.Alice.GetAsync(first.Next!)).Ok().Items.Single().GetProperty("personEmail").GetString().ShouldBe("carol@example.com");

        foreach (var name in new[] { "a", "b", "c" })
            (await webex.Bot.PostAsync("webhooks", new { name, targetUrl = "http://127.0.0.1:1", resource = "messages", @event = "created" })).Ok();
        var hooks = (await webex.Bot.GetAsync("webhooks?max=2")).Ok();
        (await webex.Bot.GetAsync(hooks.Next!)).Ok().Items.Count.ShouldBe(1);
    }
}
