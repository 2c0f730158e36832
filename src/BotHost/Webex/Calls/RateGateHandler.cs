using System.Net;
using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>
/// Keeps calls back while Webex wants to be left alone. An answer of 429 closes the endpoint for all callers, one of 423 concerns a
/// single resource and keeps back this call alone. Neither was carried out, so both are sent again, whatever the method.
/// </summary>
internal sealed partial class RateGateHandler(RateGates gates, IOptions<WebexOptions> options, TimeProvider time, ILogger<RateGateHandler> logger)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = WebexCall.Of(request);
        var everybody = gates.For(call.Endpoint);
        var thisCall = new RateGate(time);
        while (true)
        {
            await WaitAsync(call, everybody, thisCall, cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.Locked))
                return response;

            var wait = RetryAfter.Of(response, options.Value.MaxRetryAfter, time)!.Value;
            (response.StatusCode == HttpStatusCode.TooManyRequests ? everybody : thisCall).CloseFor(wait);
            Log.AskedToWait(logger, call.Endpoint, (int)response.StatusCode, wait.TotalSeconds, call.TrackingId);
            if (call.Waited + wait > options.Value.MaxWait || request.Content is UploadContent { CanBeSentAgain: false })
                return response;

            response.Dispose();
        }
    }

    // Looks again after each wait: another caller's 429 may have moved the moment.
    private async Task WaitAsync(WebexCall call, RateGate everybody, RateGate thisCall, CancellationToken cancellationToken)
    {
        while (Later(everybody.Remaining, thisCall.Remaining) is var wait && wait > TimeSpan.Zero)
        {
            if (call.Waited + wait > options.Value.MaxWait)
                throw new WebexException(call, $"Webex limits calls to {call.Endpoint} for longer than Webex:MaxWait allows. Try again later.")
                {
                    Status = HttpStatusCode.TooManyRequests,
                    RetryAfter = wait,
                };

            call.Waited += wait;
            // Timers know milliseconds: a wait rounded down would end early.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Webex answered {Status} and wants no call to {Endpoint} for {Seconds} s, tracking id {TrackingId}")]
        public static partial void AskedToWait(ILogger logger, string endpoint, int status, double seconds, string trackingId);
    }
}
