using System.Net;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class ErrorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_Webex_says_arrives()
    {
        const string body = """{"message":"No such room.","errors":[{"description":"No such room."},{"description":"Really.","errorCode":7}],"trackingId":"ROUTERGW_1"}""";
        await using var bench = await WebexBench.StartAsync(Answer.Json(body, 404).With("trackingid", "ROUTERGW_2"));

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop));

        refused.ShouldSatisfyAllConditions(
            () => refused.Status.ShouldBe(HttpStatusCode.NotFound),
            () => refused.Message.ShouldBe("No such room."),
            () => refused.Errors.ShouldBe(["No such room.", "Really."]),
            () => refused.TrackingId.ShouldBe("ROUTERGW_1"),
            () => refused.Method.ShouldBe(HttpMethod.Get),
            () => refused.Path.ShouldBe("rooms/{id}"),
            () => refused.RetryAfter.ShouldBeNull(),
            () => refused.IsAmbiguous.ShouldBeFalse());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Not here</body></html>")]
    [InlineData("{\"message\":\"Not he")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"Not here\"")]
    [InlineData("{\"message\":{\"text\":1},\"errors\":\"x\",\"trackingId\":5}")]
    [InlineData("{\"message\":\"\",\"errors\":[null,3,\"x\",{\"description\":null}]}")]
    public async Task An_unusable_body_leaves_the_status(string body)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Body(body, "text/html;charset=nonsense", 404).With("trackingid", "ROUTERGW_2"));

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop));

        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        refused.Message.ShouldBe("Webex answered 404 without saying why.");
        refused.Errors.ShouldBeEmpty();
        refused.TrackingId.ShouldBe("ROUTERGW_2");
    }

    [Fact]
    public async Task Without_a_tracking_id_of_Webexs_it_is_ours()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(400));

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.People.GetMeAsync(Stop));

        refused.TrackingId.ShouldBe(bench.Only.Headers["TrackingID"].ToString());
    }

    [Fact]
    public async Task An_endless_error_body_is_cut_off()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Stalled(new string('x', 100_000), 403));

        (await Should.ThrowAsync<WebexException>(() => bench.Webex.People.GetMeAsync(Stop))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_error_body_that_breaks_off_leaves_the_status()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Truncated("{\"message\":\"No", 403));

        (await Should.ThrowAsync<WebexException>(() => bench.Webex.People.GetMeAsync(Stop))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"title\":\"no id\"}")]
    [InlineData("{\"id\":\"\"}")]
    [InlineData("{\"id\":\"R1\",\"created\":\"yesterday\"}")]
    public async Task A_success_that_cannot_be_read_is_an_error_and_ambiguous_where_something_was_changed(string body)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json(body).With("trackingid", "ROUTERGW_2"));

        var read = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop));
        var written = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.CreateAsync(new NewRoom { Title = "t" }, Stop));

        (read.Status, read.IsAmbiguous, read.TrackingId).ShouldBe((HttpStatusCode.OK, false, "ROUTERGW_2"));
        (written.Status, written.IsAmbiguous).ShouldBe((HttpStatusCode.OK, true));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_an_error_and_is_not_followed(int status)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        bench.Server.Script(Answer.Status(status).With("Location", $"{bench.Server.Address}/v1/people/me"), Answer.Json(Samples.Person));

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.People.GetMeAsync(Stop));

        ((int)refused.Status!).ShouldBe(status);
        refused.Message.ShouldContain("Check Webex:BaseUrl");
        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_charset_that_does_not_exist_does_not_matter()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Body("""{"id":"R1","title":"Größe"}""", "application/json;charset=nonsense", 200));

        (await bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop)).Title.ShouldBe("Größe");
    }

    [Fact]
    public async Task An_exception_as_text_and_the_log_hold_no_secret_no_address_and_no_text()
    {
        const string body = """{"message":"ann@example.com said top-secret-text, sent with canary-token-5f1d","errors":[{"description":"ann@example.com"}]}""";
        await using var bench = await WebexBench.StartAsync(Answer.Json(body, 400), Answer.Json(body, 503), Answer.Reset);
        var message = new NewMessage { ToPersonEmail = "ann@example.com", Text = "top-secret-text" };

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.Messages.CreateAsync(message, Stop));
        await Should.ThrowAsync<WebexException>(() => bench.Webex.Messages.CreateAsync(message, Stop));
        await Should.ThrowAsync<WebexException>(() => bench.Webex.Messages.CreateAsync(message, Stop));

        string[] shown = [refused.ToString(), message.ToString(), .. bench.Log.All];
        shown.Length.ShouldBeGreaterThanOrEqualTo(5);
        shown.ShouldAllBe(line => !line.Contains("canary", StringComparison.Ordinal) && !line.Contains('@') && !line.Contains("top-secret", StringComparison.Ordinal));
        refused.ToString().ShouldStartWith("WebexException: POST messages was answered 400, tracking id BOTHOST_");
    }
}
