using System.Net;
using System.Text.Json;
using BotHost.Webex;

namespace BotHost.Outbox;

internal enum CallResultKind
{
    /// <summary>Webex carried it out.</summary>
    Done,

    /// <summary>Webex did not carry it out and never will.</summary>
    Refused,

    /// <summary>Webex did not carry it out as it was; changed as <see cref="CallResult.Body"/> says it may.</summary>
    Changed,

    /// <summary>Webex did not carry it out, and may later.</summary>
    NotMade,

    /// <summary>Webex may have carried it out, or may yet.</summary>
    Open,
}

/// <summary>What one try came to.</summary>
/// <param name="Reason">For operators; quotes neither the message nor a person.</param>
/// <param name="After">When to try again, where Webex said so.</param>
/// <param name="Answer">The HTTP status of a refusal.</param>
/// <param name="As">What it is to be done as, where not as before.</param>
internal sealed record CallResult(
    CallResultKind Kind, string Reason = "", MessageId Message = default, OwnMessage? Receipt = null, TimeSpan? After = null, byte[]? Body = null,
    int? Answer = null, EffectKind? As = null)
{
    public static CallResult NotMade(string reason) => new(CallResultKind.NotMade, reason);
}

/// <summary>Makes the call of an effect, once, and judges the answer.</summary>
internal sealed class EffectCalls(WebexClient webex, EffectOutbox outbox)
{
    /// <param name="effect">The effect.</param>
    /// <param name="isOurs">Asked right before the call leaves: where another host has taken the effect over, it does not.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task<CallResult> TryAsync(Effect effect, Func<bool> isOurs, CancellationToken cancellationToken)
    {
        CallCondition.Require(isOurs);
        var client = effect.Priority == WebexPriority.Bulk ? webex.Bulk : webex;
        try
        {
            return effect.Kind is EffectKind.Post or EffectKind.File
                ? await PostAsync(client, effect, cancellationToken).ConfigureAwait(false)
                : await EditAsync(client, effect, cancellationToken).ConfigureAwait(false);
        }
        catch (WebexException e)
        {
            return Judge(effect, e);
        }
        catch (ArgumentException)
        {
            return new CallResult(CallResultKind.Refused, "It is beyond what Webex takes in one message.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops while the call is under way.
            return new CallResult(CallResultKind.Open, "the host stopped");
        }
    }

    private static async Task<CallResult> PostAsync(WebexClient client, Effect effect, CancellationToken cancellationToken)
    {
        var message = PostBody.MessageOf(effect);
        var posted = await client.Messages.CreateAsync(message, cancellationToken).ConfigureAwait(false);
        return new CallResult(CallResultKind.Done, Message: posted.Id,
            Receipt: new OwnMessage(posted.Id, posted.RoomId, posted.Created ?? effect.Began));
    }

    private async Task<CallResult> EditAsync(WebexClient client, Effect effect, CancellationToken cancellationToken)
    {
        if (outbox.MessageOf(effect.Event, effect.RefersTo!.Value) is not { } message)
            return effect.Kind == EffectKind.Result
                ? Posted("The message to edit was never posted.")
                : new CallResult(CallResultKind.Refused, "The message to edit was never posted.");
        var edit = effect.Kind == EffectKind.Result && PostBody.MessageOf(effect) is var result
            ? new MessageEdit { RoomId = effect.Target, Markdown = result.Markdown, Text = result.Text }
            : JsonSerializer.Deserialize(effect.Body, WebexJson.For<MessageEdit>())!;
        await client.Messages.EditAsync(message, edit, cancellationToken).ConfigureAwait(false);
        return new CallResult(CallResultKind.Done, Message: message);
    }

    private static CallResult Judge(Effect effect, WebexException e)
    {
        var reason = e.Status is { } status ? $"Webex answered {(int)status}" : "Webex did not answer";
        if (e.IsAmbiguous)
        {
            // To put the same text there twice is to put it there once.
            return effect.Kind is EffectKind.Edit or EffectKind.Result ? CallResult.NotMade(reason) : new CallResult(CallResultKind.Open, reason);
        }

        return e.Status switch
        {
            HttpStatusCode.Unauthorized => CallResult.NotMade(reason) with { Answer = 401 },
            null or HttpStatusCode.TooManyRequests or HttpStatusCode.Locked or HttpStatusCode.RequestTimeout =>
                CallResult.NotMade(reason) with { After = e.RetryAfter },
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound when WithoutThread(effect) is { } plain =>
                new CallResult(CallResultKind.Changed, $"{reason}; posted outside its thread", Body: plain),
            // Deleted meanwhile, or edited ten times.
            _ when effect.Kind == EffectKind.Result => Posted(reason),
            _ => new CallResult(CallResultKind.Refused, reason, Answer: (int)e.Status),
        };
    }

    /// <summary>The same message outside its thread: the message it answers may be gone. Null where it is in none.</summary>
    private static byte[]? WithoutThread(Effect effect)
    {
        if (effect.Kind is not (EffectKind.Post or EffectKind.File))
            return null;
        var message = PostBody.MessageOf(effect);
        return message.ParentId is null ? null : PostBody.With(effect, message with { ParentId = null });
    }

    private static CallResult Posted(string reason) => new(CallResultKind.Changed, $"{reason}; posted instead of edited", As: EffectKind.Post);
}
