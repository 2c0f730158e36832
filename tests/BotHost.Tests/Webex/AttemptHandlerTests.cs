using System.IO.Pipelines;
using System.Net;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Webex;

public sealed class AttemptHandlerTests
{
    private readonly FakeClock clock = new();
    private readonly Pipe body = new();

    [Fact]
    public async Task An_error_whose_body_falls_silent_keeps_its_status_and_what_arrived()
    {
        await body.Writer.WriteAsync("begin"u8.ToArray(), TestContext.Current.CancellationToken);
        var attempt = SendAsync(HttpStatusCode.Forbidden);

        clock.Advance(TimeSpan.FromSeconds(30));

        using var response = await attempt;
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("begin");
    }

    [Fact]
    public async Task A_success_whose_body_falls_silent_is_a_time_out()
    {
        var attempt = SendAsync(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromSeconds(29.9));
        attempt.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await Should.ThrowAsync<TimeoutException>(() => attempt);
    }

    private Task<HttpResponseMessage> SendAsync(HttpStatusCode status)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(body.Reader.AsStream()) };
        var options = Options.Create(new WebexOptions());
        var attempt = new AttemptHandler(options, new WebexTime(clock), clock) { InnerHandler = new Canned(response) };
        var request = new HttpRequestMessage(HttpMethod.Get, "https://webexapis.com/v1/rooms");
        WebexCall.SetCaller(request, new BotCaller(new AccessTokenSource(options)), WebexPriority.Interactive);
        WebexCall.Begin(request, new ApiRoot(options));
        return new HttpMessageInvoker(attempt).SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Canned(HttpResponseMessage response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(response);
    }
}
