using System.Net;
using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>
/// Keeps calls back while Webex wants to be left alone. An answer of 429 closes the endpoint for all calls of that identity, one of 423 concerns a
/// single resource and keeps back this call alone. Neither was carried out, so both are sent again, whatever the method.
/// </summary>
internal sealed partial class RateGateHandler(RateGates gates, IOptions<WebexOptions> options, TimeProvider time, ILogger<RateGateHandler> logger)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = WebexCall.Of(request);
        while (true)
        {
            var response = await SendInTurnAsync(call, request, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.Locked))
                return response;

            var wait = AskedFor(response);
            Log.AskedToWait(logger, call.Endpoint, (int)response.StatusCode, wait.TotalSeconds, call.TrackingId);
            if (call.Waited + wait > options.Value.MaxWait || request.Content is UploadContent { CanBeSentAgain: false })
                return response;

            response.Dispose();
            if (response.StatusCode == HttpStatusCode.Locked)
                await WaitAsync(call, wait, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendInTurnAsync(WebexCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var gate = gates.For(call);
        var turn = await EnterAsync(call, gate, cancellationToken);
        var letPass = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            letPass = response.StatusCode != HttpStatusCode.TooManyRequests;
            if (!letPass)
                gate.CloseFor(AskedFor(response));
            return response;
        }
        finally
        {
            gate.Leave(turn, letPass);
        }
    }

    private async Task<int> EnterAsync(WebexCall call, RateGate gate, CancellationToken cancellationToken)
    {
        var patience = options.Value.MaxWait - call.Waited;
        if (gate.Remaining > patience)
            throw TooLong(call, gate);

        var since = time.GetTimestamp();
        try
        {
            var turn = await gate.EnterAsync(call.Priority, patience > TimeSpan.Zero ? patience : TimeSpan.Zero, cancellationToken);
            if (CallCondition.Holds)
                return turn;
            gate.Leave(turn, letPass: false);
            throw new WebexException(call, "While Webex limited such calls, this one was taken over by another host.");
        }
        catch (TimeoutException)
        {
            throw TooLong(call, gate);
        }
        finally
        {
            call.Waited += time.GetElapsedTime(since);
        }
    }

    private Task WaitAsync(WebexCall call, TimeSpan wait, CancellationToken cancellationToken)
    {
        call.Waited += wait;
        // Timers know milliseconds: a wait rounded down would end early.
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
    }

    private TimeSpan AskedFor(HttpResponseMessage response) => RetryAfter.Of(response, options.Value.MaxRetryAfter, time)!.Value;

    private static WebexException TooLong(WebexCall call, RateGate gate) =>
        new(call, $"Webex limits calls to {call.Endpoint} for longer than Webex:MaxWait allows. Try again later.")
        {
            Status = HttpStatusCode.TooManyRequests,
            RetryAfter = gate.Remaining is var remaining && remaining > TimeSpan.Zero ? remaining : null,
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Webex answered {Status} and wants no call to {Endpoint} for {Seconds} s, tracking id {TrackingId}")]
        public static partial void AskedToWait(ILogger logger, string endpoint, int status, double seconds, string trackingId);
    }
}
