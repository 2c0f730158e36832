using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class PagingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_are_followed_as_written_also_through_empty_pages()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        const string second = "/v1/rooms?max=1&before&after=Y2lz%2B%2F==&x=a%20b+c&c=1,2;3";
        const string third = "/v1/rooms?cursor=~%3C%C3%A9*'()!";
        bench.Server.Script(
            Answer.Json(Samples.Items("""{"id":"R1"}""")).With("Link", $"""<{bench.Server.Address}{second}>; rel="next" """),
            Answer.Json(Samples.Items()).With("Link", $"""<{bench.Server.Address}/v1/rooms?a,b>; rel="first", <{bench.Server.Address}{third}>; title=x; rel=next"""),
            Answer.Json(Samples.Items("""{"id":"R2"}""")).With("Link", $"""<{bench.Server.Address}/v1/rooms>; rel="prev" """));

        var rooms = await bench.Webex.Rooms.ListAsync(max: 1, cancellationToken: Stop).ToListAsync(Stop);

        rooms.Select(room => room.Id.Value).ShouldBe(["R1", "R2"]);
        bench.Server.Requests.Select(request => request.Line).ShouldBe(["GET /v1/rooms?max=1", $"GET {second}", $"GET {third}"]);
        bench.Server.Requests.ShouldAllBe(request => request.Headers.Authorization == $"Bearer {WebexBench.Token}");
    }

    [Fact]
    public async Task Nothing_is_read_ahead_of_the_reader()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        bench.Server.Script(
            Answer.Json(Samples.Items("""{"id":"R1"}""", """{"id":"R2"}""")).With("Link", $"""<{bench.Server.Address}/v1/rooms?p=2>; rel="next" """));

        (await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).Take(2).ToListAsync(Stop)).Count.ShouldBe(2);

        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://localhost:{port}/v1/rooms?p=2")]
    [InlineData("https://127.0.0.1:{port}/v1/rooms?p=2")]
    [InlineData("http://127.0.0.1:1/v1/rooms?p=2")]
    [InlineData("http://127.0.0.1:{port}/v2/rooms?p=2")]
    [InlineData("http://127.0.0.1:{port}/v1/../admin?p=2")]
    [InlineData("http://127.0.0.1:{port}/v1/%2e%2e/admin?p=2")]
    [InlineData("http://127.0.0.1:{port}/v11/rooms?p=2")]
    [InlineData("http://me@127.0.0.1:{port}/v1/rooms?p=2")]
    [InlineData("ftp://127.0.0.1:{port}/v1/rooms?p=2")]
    public async Task A_link_that_leaves_the_API_is_not_followed(string link)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        var foreign = link.Replace("{port}", new Uri(bench.Server.Address).Port.ToString(), StringComparison.Ordinal);
        bench.Server.Script(Answer.Json(Samples.Items("""{"id":"R1"}""")).With("Link", $"""<{foreign}>; rel="next" """));

        var refused = await Should.ThrowAsync<WebexException>(async () => await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).ToListAsync(Stop));

        refused.Message.ShouldContain("not part of Webex:BaseUrl");
        (refused.Status, refused.IsAmbiguous).ShouldBe((null, false));
        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_that_go_in_circles_end_with_an_error()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        bench.Server.Script(
            Answer.Json(Samples.Items()).With("Link", $"""<{bench.Server.Address}/v1/rooms?p=2>; rel="next" """),
            Answer.Json(Samples.Items()).With("Link", $"""<{bench.Server.Address}/v1/rooms?p=3>; rel="next" """),
            Answer.Json(Samples.Items()).With("Link", $"""<{bench.Server.Address}/v1/rooms?p=2>; rel="next" """));

        var endless = await Should.ThrowAsync<WebexException>(async () => await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).ToListAsync(Stop));

        endless.Message.ShouldContain("already read");
        bench.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_page_without_items_is_an_error_and_not_the_end_of_the_list()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("{}"));

        await Should.ThrowAsync<WebexException>(async () => await bench.Webex.Rooms.ListAsync(cancellationToken: Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Cancelling_stops_between_pages()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(500));
        bench.Server.Script(Answer.Json(Samples.Items("""{"id":"R1"}""")).With("Link", $"""<{bench.Server.Address}/v1/rooms?p=2>; rel="next" """));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in bench.Webex.Rooms.ListAsync().WithCancellation(cancel.Token))
                await cancel.CancelAsync();
        });

        bench.Server.Requests.Count.ShouldBe(1);
    }
}
