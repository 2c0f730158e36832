using System.Net;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class RetryTests
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_tried_three_times_with_pauses(int status)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(status), Answer.Status(status), Answer.Json(Samples.Room));

        var call = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await PauseAsync(bench, after: 1);
        await PauseAsync(bench, after: 2);

        (await call).Id.ShouldBe(new RoomId("R1"));
        bench.Server.Requests.Count.ShouldBe(3);
        bench.Server.Requests.Select(request => request.Headers["TrackingID"].ToString()).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task After_three_tries_the_error_is_the_callers()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Json("""{"message":"Down."}""", 503));

        var call = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await PauseAsync(bench, after: 1);
        await PauseAsync(bench, after: 2);

        var failed = await Should.ThrowAsync<WebexException>(() => call);
        (failed.Status, failed.Message, failed.IsAmbiguous).ShouldBe((HttpStatusCode.ServiceUnavailable, "Down.", false));
        bench.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_read_whose_answer_breaks_off_is_tried_again()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Reset, Answer.Truncated("""{"id":"""), Answer.Json(Samples.Room));

        var call = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await PauseAsync(bench, after: 1);
        await PauseAsync(bench, after: 2);

        (await call).Id.ShouldBe(new RoomId("R1"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task Other_answers_are_final(int status)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(status));

        await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop));

        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(400, false)]
    [InlineData(409, false)]
    public async Task What_changes_something_is_sent_once_and_says_whether_it_is_ambiguous(int status, bool ambiguous)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(status));

        foreach (var change in Changes(bench.Webex))
            (await Should.ThrowAsync<WebexException>(change)).IsAmbiguous.ShouldBe(ambiguous);

        bench.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_change_that_was_sent_and_never_answered_is_ambiguous()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Reset, Answer.Truncated("""{"id":"""));

        foreach (var _ in "12")
        {
            var failed = await Should.ThrowAsync<WebexException>(() => Changes(bench.Webex)[0]());
            (failed.Status, failed.IsAmbiguous).ShouldBe((null, true));
        }

        bench.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_never_left_is_not_ambiguous()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));
        _ = bench.Webex;
        await bench.Server.DisposeAsync();

        foreach (var change in Changes(bench.Webex))
        {
            var failed = await Should.ThrowAsync<WebexException>(change);
            (failed.Status, failed.IsAmbiguous).ShouldBe((null, false));
        }
    }

    [Fact]
    public async Task A_read_that_finds_no_connection_is_tried_again()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(204));
        await bench.Server.DisposeAsync();

        var call = bench.Webex.People.GetMeAsync(Stop);
        await bench.Clock.UntilPendingAsync(1, LongestBackOff);
        bench.Clock.AdvanceToNext();
        await bench.Clock.UntilPendingAsync(1, LongestBackOff);
        bench.Clock.AdvanceToNext();

        (await Should.ThrowAsync<WebexException>(() => call)).IsAmbiguous.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_try_has_half_a_minute(bool read)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Silence);

        var call = read ? bench.Webex.People.GetMeAsync(Stop) : Changes(bench.Webex)[0]();
        await bench.Server.UntilReceivedAsync(1);
        bench.Clock.Advance(TimeSpan.FromSeconds(29.999));
        call.IsCompleted.ShouldBeFalse();
        bench.Clock.Advance(TimeSpan.FromSeconds(0.001));

        var failed = await Should.ThrowAsync<WebexException>(() => call);
        failed.Message.ShouldContain("Webex:Timeout");
        (failed.Status, failed.IsAmbiguous).ShouldBe((null, !read));
        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_cancels_sees_its_own_cancellation()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Silence);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var call = bench.Webex.People.GetMeAsync(cancel.Token);
        await bench.Server.UntilReceivedAsync(1);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_caller_can_cancel_during_a_pause()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(503));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var call = bench.Webex.People.GetMeAsync(cancel.Token);
        await bench.Clock.UntilPendingAsync(1, LongestBackOff);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        bench.Server.Requests.Count.ShouldBe(1);
    }

    private static Func<Task>[] Changes(WebexClient webex) =>
    [
        () => webex.Messages.CreateAsync(new NewMessage { RoomId = new RoomId("R1"), Text = "t" }, Stop),
        () => webex.Rooms.UpdateAsync(new RoomId("R1"), new RoomUpdate { Title = "t" }, Stop),
        () => webex.Rooms.DeleteAsync(new RoomId("R1"), Stop),
    ];

    // The only timer due so soon is the pause before the next try.
    private static async Task PauseAsync(WebexBench bench, int after)
    {
        await bench.Clock.UntilPendingAsync(1, LongestBackOff);
        bench.Server.Requests.Count.ShouldBe(after);
        bench.Clock.AdvanceToNext();
    }
}
