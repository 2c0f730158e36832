using System.Net.Http.Headers;
using WebexSimulator.Control;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>Delivers. Success is any 2xx; redirects are not followed, and no proxy is asked.</summary>
internal sealed partial class WebhookCourier(
    WebhookQueue queue, Ledger ledger, WebhookOptions options, TimeProvider time, ILogger<WebhookCourier> logger) : BackgroundService
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => DeliverAsync(stoppingToken)));

    private async Task DeliverAsync(CancellationToken stopping)
    {
        await foreach (var state in queue.DueAsync(stopping))
        {
            if (queue.Next(state) is not { } next)
            {
                queue.Idle(state);
                continue;
            }
            queue.Done(state, await DeliverAsync(next.Webhook, next.Happened, stopping));
        }
    }

    private async Task<bool> DeliverAsync(Webhook webhook, WorldEvent happened, CancellationToken stopping)
    {
        var body = WebhookEnvelope.Write(webhook, happened);
        for (var attempt = 1; ; attempt++)
        {
            var (status, failure) = await SendAsync(webhook, body, stopping);
            ledger.Add(new LedgerDelivery(webhook.Id, happened.Resource, happened.Event, happened.DataId, attempt, status, failure));
            if (status is >= 200 and < 300) return true;
            Log.Failed(logger, webhook.Id, attempt, status, failure);
            if (attempt > options.Retries) return false;
            await Task.Delay(options.RetryDelay, time, stopping);
        }
    }

    private async Task<(int? Status, string? Failure)> SendAsync(Webhook webhook, byte[] body, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        using var request = Request(webhook, body);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return ((int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return (null, "no answer in time");
        }
        catch (HttpRequestException exception)
        {
            return (null, exception.HttpRequestError.ToString());
        }
    }

    // The scheduler's headers are those observed on real deliveries.
    private HttpRequestMessage Request(Webhook webhook, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.TargetUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "WebexSimulator");
        request.Headers.TryAddWithoutValidation("TrackingID", TrackingId.New());
        request.Headers.TryAddWithoutValidation("X-Scheduled-For", WireTime.Format(time.GetUtcNow()));
        request.Headers.TryAddWithoutValidation("X-Scheduler-Task-Id", Guid.NewGuid().ToString());
        if (webhook.Secret is { } secret) request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(secret, body));
        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Webhook {Webhook}, attempt {Attempt}: {Status} {Failure}")]
        public static partial void Failed(ILogger logger, string webhook, int attempt, int? status, string? failure);
    }
}
