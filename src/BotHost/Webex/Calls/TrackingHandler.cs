namespace BotHost.Webex;

/// <summary>Outermost: gives the call its tracking id, the same for all its tries, and writes down how it ended.</summary>
internal sealed partial class TrackingHandler(ApiRoot root, TimeProvider time, ILogger<TrackingHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = WebexCall.Begin(request, root);
        request.Headers.Add("TrackingID", call.TrackingId);
        var start = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Log.Answered(logger, call.Method, call.Path, (int)response.StatusCode, time.GetElapsedTime(start).TotalMilliseconds, call.TrackingId);
            return response;
        }
        catch (WebexException failure)
        {
            var status = failure.Status is { } known ? (int)known : 0;
            Log.Failed(logger, call.Method, call.Path, status, time.GetElapsedTime(start).TotalMilliseconds, failure.IsAmbiguous, failure.TrackingId);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Method} {Path} answered {Status} in {Elapsed:0} ms, tracking id {TrackingId}")]
        public static partial void Answered(ILogger logger, HttpMethod method, string path, int status, double elapsed, string trackingId);

        [LoggerMessage(
            LogLevel.Information,
            "{Method} {Path} failed with {Status} (0: no answer) in {Elapsed:0} ms, ambiguous: {IsAmbiguous}, tracking id {TrackingId}")]
        public static partial void Failed(
            ILogger logger, HttpMethod method, string path, int status, double elapsed, bool isAmbiguous, string trackingId);
    }
}
