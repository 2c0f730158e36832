using System.Net;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class RateGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_callers_make_no_call_before_its_time_and_other_endpoints_do_not_notice()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(429).With("Retry-After", "7"));
        var early = Enumerable.Range(0, 10).Select(_ => bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop)).ToList();
        await bench.UntilKeptBackAsync(10);
        var sent = bench.Server.Requests.Count;
        bench.Server.Script(Answer.Json(Samples.Room));

        var late = Enumerable.Range(0, 10).Select(_ => bench.Webex.Rooms.CreateAsync(new NewRoom { Title = "t" }, Stop)).ToList();
        await bench.UntilKeptBackAsync(20);
        bench.Clock.Advance(TimeSpan.FromSeconds(6.999));
        bench.Server.Requests.Count.ShouldBe(sent);
        await bench.Webex.Messages.DeleteAsync(new MessageId("S1"), Stop);
        bench.Server.Requests.Count.ShouldBe(sent + 1);

        bench.Clock.Advance(TimeSpan.FromSeconds(0.001));
        await Task.WhenAll([.. early, .. late]);
        bench.Server.Requests.Count.ShouldBe(sent + 21);
    }

    [Fact]
    public async Task What_is_another_hosts_after_the_wait_is_not_sent()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(429).With("Retry-After", "2"), Answer.Json(Samples.Message));
        var isOurs = true;

        CallCondition.Require(() => isOurs);
        var call = bench.Webex.Messages.CreateAsync(new NewMessage { RoomId = new RoomId("R1"), Text = "t" }, Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(2));
        isOurs = false;
        bench.Clock.Advance(TimeSpan.FromSeconds(2));

        (await Should.ThrowAsync<WebexException>(call)).IsAmbiguous.ShouldBeFalse();
        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_later_429_moves_the_moment_for_all()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(429).With("Retry-After", "5"));
        var first = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await bench.UntilKeptBackAsync(1);
        var second = bench.Webex.Rooms.GetAsync(new RoomId("R2"), Stop);
        await bench.UntilKeptBackAsync(2);

        bench.Server.Script(Answer.Status(429).With("Retry-After", "9"));
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await bench.Server.UntilReceivedAsync(2);
        await bench.UntilKeptBackAsync(2);
        var sent = bench.Server.Requests.Count;
        bench.Server.Script(Answer.Json(Samples.Room));
        bench.Clock.Advance(TimeSpan.FromSeconds(8.999));
        bench.Server.Requests.Count.ShouldBe(sent);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.001));

        await Task.WhenAll(first, second);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(423)]
    public async Task What_changes_something_is_sent_again_whole(int status)
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(status).With("Retry-After", "2"), Answer.Json(Samples.Message));

        var call = bench.Webex.Messages.CreateAsync(new NewMessage { RoomId = new RoomId("R1"), Text = "t" }, Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(2));
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await call;

        bench.Server.Requests.Count.ShouldBe(2);
        bench.Server.Requests[1].Body.ShouldBe(bench.Server.Requests[0].Body);
    }

    [Fact]
    public async Task A_423_keeps_back_its_own_call_only()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(423).With("Retry-After", "20"), Answer.Json(Samples.Room));

        var locked = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(20));
        await bench.Webex.Rooms.GetAsync(new RoomId("R2"), Stop);
        locked.IsCompleted.ShouldBeFalse();
        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        (await locked).Id.ShouldBe(new RoomId("R1"));
    }

    [Fact]
    public async Task Sub_resources_of_one_word_are_endpoints_of_their_own()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(429).With("Retry-After", "9"), Answer.Json(Samples.AttachmentAction));

        var kept = bench.Webex.People.GetMeAsync(Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(9));
        await bench.Webex.AttachmentActions.GetAsync(new AttachmentActionId("A1"), Stop);

        kept.IsCompleted.ShouldBeFalse();
        new WebexCall(HttpMethod.Get, ["attachment", "actions", "A1"]) { Caller = bench.Bot }.ShouldSatisfyAllConditions(
            call => call.Endpoint.ShouldBe("attachment/actions"),
            call => call.Path.ShouldBe("attachment/actions/{id}"));
    }

    [Fact]
    public async Task Waiting_ends_with_a_clear_error()
    {
        var patient = new Dictionary<string, string?> { ["Webex:MaxWait"] = "00:01:00" };
        await using var bench = await WebexBench.StartAsync(patient, Answer.Status(429).With("Retry-After", "25"));

        var call = bench.Webex.People.GetMeAsync(Stop);
        await bench.UntilKeptBackAsync(1);
        bench.Clock.Advance(TimeSpan.FromSeconds(25));
        await bench.Server.UntilReceivedAsync(2);
        await bench.UntilKeptBackAsync(1);
        bench.Clock.Advance(TimeSpan.FromSeconds(25));

        var failed = await Should.ThrowAsync<WebexException>(() => call);
        (failed.Status, failed.RetryAfter, failed.IsAmbiguous).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(25), false));
        bench.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Who_could_not_wait_long_enough_is_told_at_once_and_sends_nothing()
    {
        var impatient = new Dictionary<string, string?> { ["Webex:MaxWait"] = "00:00:05" };
        await using var bench = await WebexBench.StartAsync(impatient, Answer.Status(429).With("Retry-After", "30"));
        await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop));

        var refused = await Should.ThrowAsync<WebexException>(() => bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop));

        refused.Message.ShouldContain("Webex:MaxWait");
        (refused.Status, refused.RetryAfter, refused.IsAmbiguous).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30), false));
        bench.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_can_cancel_while_it_waits()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(429));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var call = bench.Webex.People.GetMeAsync(cancel.Token);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(15));
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_read_that_was_down_waits_at_the_gate_before_its_next_try()
    {
        await using var bench = await WebexBench.StartAsync(Answer.Status(503));
        var down = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await bench.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(10));
        bench.Server.Script(Answer.Status(429).With("Retry-After", "20"));
        var limited = bench.Webex.Rooms.GetAsync(new RoomId("R2"), Stop);
        await bench.Clock.UntilPendingAsync(2, TimeSpan.FromSeconds(20));

        bench.Server.Script(Answer.Json(Samples.Room));
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        await bench.UntilKeptBackAsync(2);
        bench.Server.Requests.Count.ShouldBe(2);
        bench.Clock.Advance(TimeSpan.FromSeconds(10));

        await Task.WhenAll(down, limited);
    }
}
