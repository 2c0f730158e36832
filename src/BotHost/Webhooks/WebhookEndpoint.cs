using System.Buffers;
using BotHost.Inbox;
using Microsoft.AspNetCore.Http.Features;

namespace BotHost.Webhooks;

/// <summary>
/// The door. It judges the signature and the shape, stores, and answers; it never runs a handler. 200 means stored. Genuine
/// deliveries that cannot be used get a 200 as well: after 100 failures in five minutes Webex switches a webhook off.
/// </summary>
internal static class WebhookEndpoint
{
    public const string Path = "/webhooks/webex";

    /// <summary>Real envelopes are about 1.1 KB.</summary>
    private const int LargestBody = 256 * 1024;

    public static IEndpointConventionBuilder MapWebhooks(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReceiveAsync);

    private static async Task ReceiveAsync(
        HttpContext context, EventInbox inbox, ITurnlessEvents turnless, WebhookSecrets secrets, DoorCounters counters, DoorState door, ILogger<EventInbox> logger)
    {
        var cancelled = context.RequestAborted;
        context.Response.StatusCode = await AnswerAsync().ConfigureAwait(false);

        async Task<int> AnswerAsync()
        {
            var headers = context.Request.Headers;
            // Before any answer: also what is refused unread is read away by Kestrel, to this limit, and then hung up on.
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestBody;
            // Kestrel drops Content-Length beside Transfer-Encoding and shows it under this name. One body, two lengths: not Webex.
            if (headers.ContainsKey("X-Content-Length"))
                return StatusCodes.Status400BadRequest;
            if (headers.ContentEncoding.Count > 0)
                return StatusCodes.Status415UnsupportedMediaType;
            if (headers[WebhookSignature.Header].Count == 0)
                return counters.Refused(logger, SignatureResult.Missing, context.Connection.RemoteIpAddress);

            byte[] body;
            try
            {
                body = await ReadAsync(context.Request, cancelled).ConfigureAwait(false);
            }
            catch (IOException e)
            {
                // Kestrel names most faults of framing itself. What it does not name (a chunk size beyond 64 bits, a sender who
                // hung up) is no fault of ours either, and nothing to log: a stranger can cause it at will.
                return e is BadHttpRequestException named ? named.StatusCode : StatusCodes.Status400BadRequest;
            }

            if (body.Length > LargestBody)
                return StatusCodes.Status413PayloadTooLarge;
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

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCompleted || read.Buffer.Length > LargestBody)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
