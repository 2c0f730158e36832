using BotHost.Inbox;

namespace BotHost.Webhooks;

/// <summary>
/// The door. It judges the signature and the shape, stores, and answers; it never runs a handler. 200 means stored. Genuine
/// deliveries that cannot be used get a 200 as well: after 100 failures in five minutes Webex switches a webhook off.
/// </summary>
internal static class WebhookEndpoint
{
    public const string Path = "/webhooks/webex";

    public static IEndpointConventionBuilder MapWebhooks(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReceiveAsync);

    private static async Task ReceiveAsync(
        HttpContext context, EventInbox inbox, ITurnlessEvents turnless, WebhookSecrets secrets, DoorCounters counters, DoorState door, ILogger<EventInbox> logger)
    {
        var cancelled = context.RequestAborted;
        context.Response.StatusCode = await AnswerAsync().ConfigureAwait(false);

        async Task<int> AnswerAsync()
        {
            var headers = context.Request.Headers;
            if (DoorRequest.Refuse(context) is { } refusal)
                return refusal;
            if (headers[WebhookSignature.Header].Count == 0)
                return counters.Refused(logger, SignatureResult.Missing, context.Connection.RemoteIpAddress);
            var (body, status) = await DoorRequest.ReadAsync(context.Request, cancelled).ConfigureAwait(false);
            if (body is null)
                return status;
            var signature = WebhookSignature.Verify(headers[WebhookSignature.Header], body, secrets.Accepted);
            if (signature != SignatureResult.Valid)
                return counters.Refused(logger, signature, context.Connection.RemoteIpAddress);
            return await StoreAsync(body, inbox, turnless, counters, door, logger, cancelled).ConfigureAwait(false);
        }
    }

    private static async Task<int> StoreAsync(
        byte[] body, EventInbox inbox, ITurnlessEvents turnless, DoorCounters counters, DoorState door, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            var (envelope, problem) = EventEnvelope.Read(body);
            if (envelope is not null)
                problem = await AddAsync(envelope).ConfigureAwait(false);
            if (problem is not null)
            {
                await inbox.QuarantineAsync(body, problem, cancellationToken).ConfigureAwait(false);
                counters.Quarantined(logger);
            }

            return StatusCodes.Status200OK;
        }
        // Whatever the store's trouble is, the answer is the same: not stored, so not 200.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            door.TurnedAway();
            return counters.NotStored(logger, e);
        }

        async Task<string?> AddAsync(EventEnvelope envelope)
        {
            try
            {
                var added = new InboundEvent(envelope.Key, envelope.Lane, envelope.Resource, envelope.Event, body, Instead: turnless.Of(envelope));
                counters.Stored(isNew: await inbox.AddAsync(added, cancellationToken).ConfigureAwait(false));
                return null;
            }
            catch (UnstorableException e)
            {
                // It would be refused each time it comes; its bytes are always taken.
                return e.Message;
            }
        }
    }
}
