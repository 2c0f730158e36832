using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotHost.Access;
using BotHost.Inbox;

namespace BotHost.Hooks;

/// <summary>
/// The door for other programs. Like Webex's it judges, stores, and answers: 202 means stored. Before the secret is known to be right nothing tells whether
/// there is such a hook; after that, what is wrong is said.
/// </summary>
internal static class HookEndpoint
{
    /// <summary>Names a delivery, so that one that is sent again is posted once.</summary>
    private static readonly string[] DeliveryHeaders = ["Idempotency-Key", "X-GitHub-Delivery"];

    public static IEndpointConventionBuilder MapHooks(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(PublicAddress.Hooks + "{id}", ReceiveAsync);

    private static async Task ReceiveAsync(string id, HttpContext context, HookLedger hooks, HookRates rates, EventInbox inbox, HookCounters counters)
    {
        var (status, sentence) = await AnswerAsync(id, context, hooks, rates, inbox, counters).ConfigureAwait(false);
        context.Response.StatusCode = status;
        if (sentence is null)
            return;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(sentence + "\n", context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<(int Status, string? Sentence)> AnswerAsync(
        string id, HttpContext context, HookLedger hooks, HookRates rates, EventInbox inbox, HookCounters counters)
    {
        var request = context.Request;
        if (DoorRequest.Refuse(context) is { } refusal)
            return (refusal, null);
        if (!HookBody.IsKnown(request.ContentType))
            return (StatusCodes.Status415UnsupportedMediaType, $"Send {HookBody.Types}.");
        var (body, status) = await DoorRequest.ReadAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
            return (status, null);
        try
        {
            var hook = HookSecret.IsId(id) ? hooks.Find(id) : null;
            if (!HookProof.Verify(request.Headers, body, hook))
            {
                counters.Refused(context.Connection.RemoteIpAddress);
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return (StatusCodes.Status401Unauthorized, null);
            }

            return await StoreAsync(hook!, context, body, rates, inbox, counters).ConfigureAwait(false);
        }
        // Whatever the store's trouble is, the answer is the same: not stored.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            counters.NotStored(e);
            return (StatusCodes.Status503ServiceUnavailable, null);
        }
    }

    private static async Task<(int Status, string? Sentence)> StoreAsync(
        StoredHook hook, HttpContext context, byte[] body, HookRates rates, EventInbox inbox, HookCounters counters)
    {
        if (hook.EndedAt is not null)
            return (StatusCodes.Status410Gone, "The bot is not in the space any more. Stop sending, or add it again and say: subscribe rotate");
        if (rates.Take(hook.Id) is var wait && wait > TimeSpan.Zero)
        {
            counters.Count("limited");
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return (StatusCodes.Status429TooManyRequests, "Too many deliveries a minute. Send it again when Retry-After has passed.");
        }

        var (sent, problem) = HookBody.Read(context.Request.ContentType, body);
        if (sent is null)
        {
            counters.Count("unreadable");
            return (StatusCodes.Status400BadRequest, problem);
        }

        var isNew = await inbox.AddAsync(HookEvent.Of(hook.Id, DeliveryOf(context.Request.Headers), sent), context.RequestAborted).ConfigureAwait(false);
        counters.Count(isNew ? "stored" : "repeated");
        return (StatusCodes.Status202Accepted, null);
    }

    /// <summary>Hashed: it may be as long as a header, and of any characters.</summary>
    private static string DeliveryOf(IHeaderDictionary headers)
    {
        var name = DeliveryHeaders.FirstOrDefault(header => !string.IsNullOrWhiteSpace(headers[header]));
        return name is null ? Guid.NewGuid().ToString("N") : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}: {headers[name]}")))[..32];
    }
}
