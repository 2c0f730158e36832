using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class RoomsApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_is_read()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Room));

        var room = await bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);

        room.ShouldBe(new Room
        {
            Id = new RoomId("R1"),
            Title = "Unicorn",
            Type = RoomType.Group,
            IsLocked = true,
            TeamId = new TeamId("T1"),
            LastActivity = new DateTimeOffset(2016, 4, 21, 19, 12, 48, 920, TimeSpan.Zero),
            CreatorId = new PersonId("P1"),
            Created = new DateTimeOffset(2016, 4, 21, 19, 1, 55, TimeSpan.Zero),
            OwnerId = new OrganizationId("O1"),
            Description = "d",
            IsAnnouncementOnly = true,
        });
        bench.Only.Line.ShouldBe("GET /v1/rooms/R1");
    }

    [Fact]
    public async Task Rooms_are_listed_with_every_filter_in_Webexs_spelling()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Room)));

        var rooms = await bench.Webex.Rooms
            .ListAsync(new TeamId("T1"), RoomType.Direct, RoomSort.LastActivity, 1000, Stop).ToListAsync(Stop);

        rooms.ShouldHaveSingleItem().Title.ShouldBe("Unicorn");
        bench.Only.Line.ShouldBe("GET /v1/rooms?teamId=T1&type=direct&sortBy=lastactivity&max=1000");
    }

    [Fact]
    public async Task Rooms_are_listed_without_any_filter()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items()));

        await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).ToListAsync(Stop);

        bench.Only.Line.ShouldBe("GET /v1/rooms");
    }

    [Fact]
    public async Task A_room_is_created_and_what_is_null_is_not_written()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Room));

        var room = await bench.Webex.Rooms.CreateAsync(new NewRoom { Title = "Größe", IsLocked = true, TeamId = new TeamId("T1") }, Stop);

        room.Id.ShouldBe(new RoomId("R1"));
        bench.Only.Line.ShouldBe("POST /v1/rooms");
        bench.Only.Headers.ContentType.ToString().ShouldBe("application/json");
        bench.Only.Headers.ContentLength.ShouldBe(bench.Only.Body.Length);
        bench.Only.Body.ShouldBeJson("""{"title":"Größe","teamId":"T1","isLocked":true}""");
    }

    [Fact]
    public async Task A_room_is_updated()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Room));

        await bench.Webex.Rooms.UpdateAsync(new RoomId("R1"), new RoomUpdate { Title = "New", Description = " ", IsPublic = false }, Stop);

        bench.Only.Line.ShouldBe("PUT /v1/rooms/R1");
        bench.Only.Body.ShouldBeJson("""{"title":"New","isPublic":false,"description":" "}""");
    }

    [Fact]
    public async Task A_room_is_deleted()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));

        await bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop);

        bench.Only.Line.ShouldBe("DELETE /v1/rooms/R1");
        bench.Only.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Public_rooms_are_listed()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(Samples.Room)));
        var from = new DateTimeOffset(2022, 10, 10, 17, 0, 0, TimeSpan.Zero);

        (await bench.Webex.Rooms.ListPublicAsync(from, from.AddDays(1), 3, Stop).ToListAsync(Stop)).Count.ShouldBe(1);

        bench.Only.Line.ShouldBe(
            "GET /v1/rooms?orgPublicSpaces=true&from=2022-10-10T17%3A00%3A00.000Z&to=2022-10-11T17%3A00%3A00.000Z&max=3");
    }

    [Fact]
    public async Task How_to_meet_in_a_room_is_read_also_since_Webex_says_nothing_about_it()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("{}"), Answer.Json("""{"roomId":"R1","meetingLink":"https://m.example/","sipAddress":"1@m.example"}"""));

        (await bench.Webex.Rooms.GetMeetingInfoAsync(new RoomId("R1"), Stop)).ShouldBe(new RoomMeetingInfo());
        (await bench.Webex.Rooms.GetMeetingInfoAsync(new RoomId("R1"), Stop)).MeetingLink.ShouldBe("https://m.example/");

        bench.Server.Requests[0].Line.ShouldBe("GET /v1/rooms/R1/meetingInfo");
    }

    [Theory]
    [InlineData("a/b+c%2Fd", "a%2Fb%2Bc%252Fd")]
    [InlineData("x y?z#{roomId}", "x%20y%3Fz%23%7BroomId%7D")]
    [InlineData("../people/me", "..%2Fpeople%2Fme")]
    public async Task An_id_stays_one_segment_whatever_it_is_made_of(string id, string segment)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Room));

        await bench.Webex.Rooms.GetAsync(new RoomId(id), Stop);

        bench.Only.Line.ShouldBe($"GET /v1/rooms/{segment}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_cannot_be_an_id_never_leaves(string? id)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));

        var refused = await Should.ThrowAsync<ArgumentException>(() => bench.Webex.Rooms.DeleteAsync(new RoomId(id!), Stop));

        refused.Message.ShouldContain("roomId");
        bench.Server.Requests.ShouldBeEmpty();
    }
}
