using System.Net.Http.Headers;
using System.Text;
using WebexSimulator.Control;
using WebexSimulator.Faults;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>Sends one event to one webhook, and again where the settings want that. Success is any 2xx; redirects are not followed, and no proxy is asked.</summary>
internal sealed partial class WebhookSender(Ledger ledger, WebhookOptions options, TimeProvider time, ILogger<WebhookSender> logger) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    public async Task<bool> SendAsync(Webhook webhook, WorldEvent happened, Fault? fault, CancellationToken cancellationToken)
    {
        var body = WebhookEnvelope.Write(webhook, happened);
        if (fault?.Rule.Delivery is FaultDelivery.Lost)
        {
            WriteDown(1, null, "lost");
            return true;
        }
        for (var attempt = 1; ; attempt++)
        {
            var (status, failure) = await SendAsync(webhook, body, fault, cancellationToken);
            WriteDown(attempt, status, failure);
            if (status is >= 200 and < 300) return true;
            Log.Failed(logger, webhook.Id, attempt, status, failure);
            if (attempt > options.Retries) return false;
            await Task.Delay(options.RetryDelay, time, cancellationToken);
        }

        void WriteDown(int attempt, int? status, string? failure) => ledger.Add(new LedgerDelivery(
            webhook.Id, webhook.Owner.Id, happened.Resource, happened.Event, happened.DataId, attempt, status, failure, fault?.Id,
            ledger.KeepsBodies ? Encoding.UTF8.GetString(body) : null));
    }

    private async Task<(int? Status, string? Failure)> SendAsync(Webhook webhook, byte[] body, Fault? fault, CancellationToken cancellationToken)
    {
        const string noAnswer = "no answer in time";
        // The receiver is another program: it has the world's seconds, however far ours is sent ahead meanwhile.
        using var timeout = new CancellationTokenSource(options.Timeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = Request(webhook, body, isWronglySigned: fault?.Rule.Delivery is FaultDelivery.WronglySigned);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return fault?.Rule.Delivery is FaultDelivery.Timeout ? (null, noAnswer) : ((int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return (null, noAnswer);
        }
        catch (HttpRequestException exception)
        {
            return (null, exception.HttpRequestError.ToString());
        }
    }

    // The scheduler's headers are those observed on real deliveries.
    private HttpRequestMessage Request(Webhook webhook, byte[] body, bool isWronglySigned)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.TargetUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "WebexSimulator");
        request.Headers.TryAddWithoutValidation("TrackingID", TrackingId.New());
        request.Headers.TryAddWithoutValidation("X-Scheduled-For", WireTime.Format(time.GetUtcNow()));
        request.Headers.TryAddWithoutValidation("X-Scheduler-Task-Id", Guid.NewGuid().ToString());
        if (webhook.Secret is { } secret)
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(isWronglySigned ? secret + "?" : secret, body));
        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Webhook {Webhook}, attempt {Attempt}: {Status} {Failure}")]
        public static partial void Failed(ILogger logger, string webhook, int attempt, int? status, string? failure);
    }
}
