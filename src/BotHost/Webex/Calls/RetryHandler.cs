using System.Net;
using Polly;
using Polly.Retry;

namespace BotHost.Webex;

/// <summary>
/// Repeats reads, three tries in all, while Webex is down or out of reach. A call that changes something is never repeated on a guess.
/// </summary>
internal sealed partial class RetryHandler(TimeProvider time, Jitter jitter, ILogger<RetryHandler> logger) : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<WebexCall> Call = new(nameof(WebexCall));

    private readonly ResiliencePipeline<HttpResponseMessage> retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .HandleResult(response => IsDown(response.StatusCode))
                .Handle<HttpRequestException>(failure => failure.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = jitter.Next,
            OnRetry = retry => Retrying(logger, retry),
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = WebexCall.Of(request);
        if (!call.IsSafe)
            return await base.SendAsync(request, cancellationToken);

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Call, call);
            return await retries.ExecuteAsync(async each => await base.SendAsync(request, each.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsDown(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static ValueTask Retrying(ILogger logger, OnRetryArguments<HttpResponseMessage> retry)
    {
        var call = retry.Context.Properties.GetValue(Call, null!);
        var status = (int?)retry.Outcome.Result?.StatusCode ?? 0;
        Log.Retrying(logger, call.Method, call.Path, status, retry.RetryDelay.TotalMilliseconds, call.TrackingId);
        return default;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Method} {Path} failed with {Status} (0: no answer), again in {Delay:0} ms, tracking id {TrackingId}")]
        public static partial void Retrying(ILogger logger, HttpMethod method, string path, int status, double delay, string trackingId);
    }
}
