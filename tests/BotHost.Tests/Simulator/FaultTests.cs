using System.Net;
using System.Text.Json;

namespace BotHost.Tests.Simulator;

public sealed class FaultTests
{
    [Theory]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9999")]
    [InlineData("later")]
    [InlineData(null)]
    public async Task Too_many_requests_say_any_retry_after(string? retryAfter)
    {
        await using var webex = await LocalWebex.StartAsync();
        var id = await webex.FaultAsync(new { path = "/people/me", status = 429, retryAfter, count = 1 });
        using var response = await webex.Http.SendAsync(Me(webex.Bob), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null).ShouldBe(retryAfter);
        (await webex.Bob.GetAsync("people/me")).Ok();

        var call = (await webex.LedgerAsync("?fault=any")).ShouldHaveSingleItem().GetProperty("call");
        call.GetProperty("fault").GetString().ShouldBe(id);
        call.GetProperty("status").GetInt32().ShouldBe(429);
        call.GetProperty("personId").GetString().ShouldBe(webex.Bob.Id);
    }

    [Fact]
    public async Task Too_many_requests_are_json_where_that_is_asked_for()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { status = 429, body = "json" });
        (await webex.Bob.GetAsync("people/me")).Refused(429, "A fault was asked for.");
    }

    [Fact]
    public async Task A_date_to_retry_after_is_by_the_simulators_clock()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.ClockAsync(new { run = false, set = "2030-01-01T09:00:00Z" });
        await webex.FaultAsync(new { status = 429, retryAfter = "date+30" });
        using var response = await webex.Http.SendAsync(Me(webex.Bob), TestContext.Current.CancellationToken);
        response.Headers.RetryAfter!.Date.ShouldBe(new DateTimeOffset(2030, 1, 1, 9, 0, 30, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task A_failure_comes_before_the_change_or_after_it(string when, int messages)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        await webex.FaultAsync(new { method = "POST", path = "/messages", status = 503, when });
        (await webex.Alice.PostAsync("messages", new { roomId = room, text = "x" })).Refused(503);
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Count.ShouldBe(messages);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("html", "text/html")]
    [InlineData("empty", null)]
    public async Task The_body_of_a_failure_can_be_chosen(string body, string? type)
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { status = 502, body });
        using var response = await webex.Http.SendAsync(Me(webex.Bob), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("half")]
    [InlineData("tooLong")]
    public async Task A_connection_that_breaks_is_no_answer(string connection)
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { connection });
        await Should.ThrowAsync<HttpRequestException>(async () => await webex.Bob.GetAsync("people/me"));
        (await webex.LedgerAsync("?fault=any")).ShouldHaveSingleItem().GetProperty("call").TryGetProperty("status", out _).ShouldBe(connection is not "reset");
    }

    [Fact]
    public async Task An_answer_whose_length_is_too_short_is_cut()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { connection = "tooShort" });
        await Should.ThrowAsync<JsonException>(async () => await webex.Bob.GetAsync("people/me"));
    }

    [Theory]
    [InlineData("delayBefore", false)]
    [InlineData("delayAfter", true)]
    public async Task Latency_comes_before_the_change_or_after_it(string delay, bool isThere)
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.ClockAsync(new { run = false });
        var room = await webex.RoomAsync(webex.Alice);
        await webex.FaultAsync(new Dictionary<string, object> { ["method"] = "PUT", [delay] = "00:00:30" });
        var renamed = webex.Alice.PutAsync($"rooms/{room}", new { title = "Renamed" });
        var title = "";
        // Until the call is where it waits: its timer is then the only one.
        while (!renamed.IsCompleted && (title = (await webex.Alice.GetAsync($"rooms/{room}")).Text("title")) is "Orchard" && isThere) await Task.Yield();
        renamed.IsCompleted.ShouldBeFalse();
        title.ShouldBe(isThere ? "Renamed" : "Orchard");
        while (!renamed.IsCompleted) await webex.ClockAsync(new { advance = "00:00:30" });
        (await renamed).Ok().Text("title").ShouldBe("Renamed");
    }

    [Fact]
    public async Task A_rule_hits_whom_and_what_it_names_and_a_share_of_it()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.FaultAsync(new { email = "bob@example.com", path = "/people*", status = 500, share = 0.5, seed = 7 });
        await webex.FaultAsync(new { path = "/rooms/{roomId}", status = 500, skip = 1, count = 2 });
        var bobs = await StatusesAsync(() => webex.Bob.GetAsync("people/me"), 100);
        bobs.Count(status => status == 500).ShouldBeInRange(30, 70);
        (await StatusesAsync(() => webex.Alice.GetAsync("people/me"), 20)).ShouldAllBe(status => status == 200);
        var room = await webex.RoomAsync(webex.Alice);
        (await StatusesAsync(() => webex.Alice.GetAsync($"rooms/{room}"), 5)).ShouldBe([200, 500, 500, 200, 200]);
        (await webex.Bob.GetAsync("rooms")).Ok();
    }

    [Fact]
    public async Task Rules_are_read_replaced_and_removed()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Faults", """[{"id":"start","path":"/people/me","status":500}]"""));
        (await webex.Bob.GetAsync("people/me")).Refused(500);
        (await webex.ControlAsync(HttpMethod.Put, "faults/start", new { path = "/people/me", status = 502 })).Status.ShouldBe(HttpStatusCode.OK);
        (await webex.Bob.GetAsync("people/me")).Refused(502);
        var rule = (await webex.ControlAsync(HttpMethod.Get, "faults")).Body.GetProperty("items").EnumerateArray().Single();
        rule.GetProperty("injected").GetInt32().ShouldBe(1);
        (await webex.ControlAsync(HttpMethod.Delete, "faults/start")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await webex.ControlAsync(HttpMethod.Delete, "faults/start")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await webex.Bob.GetAsync("people/me")).Ok();
    }

    [Theory]
    [InlineData("""{"path":"/people/me"}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("""{"status":500,"share":2}""")]
    [InlineData("""{"status":500,"delivery":"lost"}""")]
    [InlineData("""{"status":500,"connection":"reset"}""")]
    [InlineData("""{"delivery":"eaten"}""")]
    [InlineData("""{"stattus":500}""")]
    public async Task A_rule_that_makes_no_sense_is_refused(string rule)
    {
        await using var webex = await LocalWebex.StartAsync();
        using var response = await webex.Http.PostAsync("/simulator/faults", new StringContent(rule), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static HttpRequestMessage Me(Account account) => new(HttpMethod.Get, "/v1/people/me") { Headers = { Authorization = new("Bearer", account.Token) } };

    private static async Task<int[]> StatusesAsync(Func<Task<Answer>> call, int times)
    {
        var statuses = new int[times];
        for (var number = 0; number < times; number++) statuses[number] = (int)(await call()).Status;
        return statuses;
    }
}
