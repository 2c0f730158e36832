using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>One broken item does not cost the list.</summary>
public sealed class PartialFailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_failed_within_an_item_stands_beside_what_did_not()
    {
        const string undecrypted = """
            {"id":"R1","type":"group","errors":{"title":{"code":"kms_failure","reason":"Key management server failed to respond appropriately."}}}
            """;
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(undecrypted, Samples.Room)));

        var rooms = await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).ToListAsync(Stop);

        rooms.Count.ShouldBe(2);
        rooms[0].Errors.ShouldHaveSingleItem().ShouldBe(
            new("title", new FieldError("kms_failure", "Key management server failed to respond appropriately.")));
        (rooms[0].Title, rooms[0].Type).ShouldBe((null, RoomType.Group));
        rooms[1].Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"no\"")]
    [InlineData("{}")]
    public async Task Errors_of_another_shape_are_no_news(string errors)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json($$"""{"id":"R1","errors":{{errors}}}"""));

        (await bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_without_code_still_names_its_field()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"id":"R1","errors":{"title":7,"description":{"code":1}}}"""));

        var room = await bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);

        room.Errors.Keys.ShouldBe(["title", "description"], ignoreOrder: true);
        room.Errors["title"].ShouldBe(new FieldError(null, null));
    }

    [Fact]
    public async Task Items_that_cannot_be_read_are_left_out_counted_and_logged()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items(
            """{"id":"R0","created":"yesterday, top-secret-text"}""", "null", "7", "[{}]", """{"title":"no id"}""", Samples.Room, """{"id":5}""")));

        var page = await bench.Webex.Rooms.ListPageAsync(null, null, null, null, Stop);

        page.Items.ShouldHaveSingleItem().Id.ShouldBe(new RoomId("R1"));
        page.Unreadable.Count.ShouldBe(6);
        page.Unreadable[0].ShouldBe(new UnreadableItem("R0", "$.created"));
        page.Unreadable[^1].Id.ShouldBeNull();
        var warning = bench.Log.All.Where(line => line.StartsWith("Warning", StringComparison.Ordinal)).ShouldHaveSingleItem();
        warning.ShouldContain("6 items of rooms");
        warning.ShouldNotContain("top-secret");
    }

    [Fact]
    public async Task A_list_that_is_no_JSON_within_an_item_is_an_error()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"items":[{"id":"R1"},{"id":}]}"""));

        await Should.ThrowAsync<WebexException>(async () => await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_yes_or_no_may_be_null_or_text()
    {
        await using var bench = await WebexBench.StartAsync(
            Answer.Json("""{"id":"R1","isLocked":null,"isPublic":"true","isReadOnly":true,"isAnnouncementOnly":"false"}"""),
            Answer.Json("""{"id":"P1","loginEnabled":"true","invitePending":null,"phoneNumbers":[{"type":"work","value":"1","primary":null}]}"""));

        var room = await bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        var person = await bench.Webex.People.GetMeAsync(Stop);

        (room.IsLocked, room.IsPublic, room.IsReadOnly, room.IsAnnouncementOnly).ShouldBe((false, true, true, false));
        (person.LoginEnabled, person.InvitePending).ShouldBe((true, (bool?)null));
        person.PhoneNumbers.ShouldBe([new PhoneNumber("work", "1", false)]);
    }
}
