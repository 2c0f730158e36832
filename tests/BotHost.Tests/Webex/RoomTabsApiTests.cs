using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class RoomTabsApiTests
{
    private static readonly RoomTabContent Board = new() { RoomId = new RoomId("R1"), ContentUrl = "https://b.example/", DisplayName = "Board" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tabs_are_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.RoomTab)));

        var tabs = await bench.Webex.RoomTabs.ListAsync(new RoomId("R1"), Stop).ToListAsync(Stop);

        tabs.ShouldHaveSingleItem().ShouldBe(new RoomTab
        {
            Id = new RoomTabId("TAB1"),
            RoomId = new RoomId("R1"),
            RoomType = RoomType.Group,
            DisplayName = "Board",
            ContentUrl = "https://b.example/",
            CreatorId = new PersonId("P1"),
            Created = new DateTimeOffset(2015, 10, 18, 14, 26, 16, 203, TimeSpan.Zero),
        });
        bench.Only.Line.ShouldBe("GET /v1/room/tabs?roomId=R1");
    }

    [Fact]
    public async Task A_tab_is_made_read_changed_and_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.RoomTab));

        (await bench.Webex.RoomTabs.CreateAsync(Board, Stop)).Id.ShouldBe(new RoomTabId("TAB1"));
        await bench.Webex.RoomTabs.GetAsync(new RoomTabId("TAB1"), Stop);
        await bench.Webex.RoomTabs.UpdateAsync(new RoomTabId("TAB1"), Board with { DisplayName = "New" }, Stop);
        bench.Server.Script(Answer.Status(204));
        await bench.Webex.RoomTabs.DeleteAsync(new RoomTabId("TAB1"), Stop);

        bench.Server.Requests.Select(request => request.Line).ShouldBe(
            ["POST /v1/room/tabs", "GET /v1/room/tabs/TAB1", "PUT /v1/room/tabs/TAB1", "DELETE /v1/room/tabs/TAB1"]);
        bench.Server.Requests[2].Body.ShouldBeJson("""{"roomId":"R1","contentUrl":"https://b.example/","displayName":"New"}""");
    }

    [Theory]
    [InlineData("http://b.example/")]
    [InlineData("b.example")]
    [InlineData("")]
    public void A_tab_shows_nothing_but_https(string address) =>
        Should.Throw<ArgumentException>((Board with { ContentUrl = address }).Check).Message.ShouldContain("https://");
}
