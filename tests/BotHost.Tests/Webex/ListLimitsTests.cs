using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class ListLimitsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_size_that_cannot_be_never_leaves()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items()));
        var webex = bench.Webex;
        Action[] wrong =
        [
            () => webex.Rooms.ListAsync(max: 1001, cancellationToken: Stop),
            () => webex.Rooms.ListPublicAsync(max: 0, cancellationToken: Stop),
            () => webex.Messages.ListAsync(new RoomId("R1"), mentionedPeople: new PersonId("me"), max: 101, cancellationToken: Stop),
            () => webex.Messages.ListAsync(new RoomId("R1"), max: -1, cancellationToken: Stop),
            () => webex.Memberships.ListAsync(max: 0, cancellationToken: Stop),
            () => webex.Teams.ListAsync(0, Stop),
            () => webex.TeamMemberships.ListAsync(new TeamId("T1"), 0, Stop),
            () => webex.Webhooks.ListAsync(max: 0, cancellationToken: Stop),
            () => webex.People.ListAsync(email: "a@example.com", max: 101, callingData: true, cancellationToken: Stop),
            () => webex.People.ListAsync(email: "a@example.com", max: 51, locationId: "L1", cancellationToken: Stop),
        ];

        foreach (var call in wrong)
            Should.Throw<ArgumentOutOfRangeException>(call).Message.ShouldContain("Leave max out");
        bench.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_largest_pages_pass()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(Samples.Items()));

        await bench.Webex.Rooms.ListAsync(max: 1000, cancellationToken: Stop).ToListAsync(Stop);
        await bench.Webex.Messages.ListAsync(new RoomId("R1"), mentionedPeople: new PersonId("me"), max: 100, cancellationToken: Stop).ToListAsync(Stop);
        await bench.Webex.Messages.ListAsync(new RoomId("R1"), max: 1000, cancellationToken: Stop).ToListAsync(Stop);

        bench.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void A_room_is_checked_before_it_is_asked_for()
    {
        Refused(new NewRoom { Title = " " }).ShouldContain("Set Title");
        Refused(new NewRoom { Title = "t", IsPublic = true }).ShouldContain("Set Description");
        Refused(new NewRoom { Title = "t", IsAnnouncementOnly = true }).ShouldContain("Set IsLocked");
        new NewRoom { Title = "t", IsPublic = true, Description = "d", IsLocked = true, IsAnnouncementOnly = true }.Check();
    }

    [Fact]
    public async Task The_eleventh_edit_is_refused_in_Webexs_words()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"message":"Edit limit reached.","errors":[]}""", 400));

        var refused = await Should.ThrowAsync<WebexException>(
            () => bench.Webex.Messages.EditAsync(new MessageId("S1"), new MessageEdit { RoomId = new RoomId("R1"), Text = "t" }, Stop));

        refused.Message.ShouldBe("Edit limit reached.");
        refused.IsAmbiguous.ShouldBeFalse();
    }

    private static string Refused(ICheckedRequest request) => Should.Throw<ArgumentException>(request.Check).Message;
}
