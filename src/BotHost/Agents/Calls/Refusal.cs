using System.Net;
using BotHost.Access;
using BotHost.Identities;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>Why a call came to nothing. Webex's words are passed on to the agent; what to do next is ours.</summary>
/// <param name="Text">For the agent.</param>
/// <param name="Outcome">For the audit.</param>
internal sealed record Refusal(string Text, AuditedOutcome Outcome)
{
    /// <summary>A fault of our own; what it is stands in the log alone.</summary>
    public static Refusal Fault { get; } = new("The host failed at it. Tell whoever runs it.", AuditedOutcome.Unknown);

    /// <summary>Null for a fault of our own.</summary>
    public static Refusal? Of(Exception exception) => exception switch
    {
        ToolException or ArgumentException or IdentityUnavailableException or TimeoutException or IOException => new(exception.Message, AuditedOutcome.Failed),
        ScopeMissingException e => new(
            $"It needs the scope {string.Join(" or ", e.Scopes)}, which the identity you act as does not have ({e.Identity.Kind}); no bot has those of meetings and administration. Tell whoever runs this host.",
            AuditedOutcome.Failed),
        StoreException => new("The host cannot write down what it decides at present, so it did nothing. Try again in a minute.", AuditedOutcome.Failed),
        WebexException { IsAmbiguous: true } e => new(
            "Webex gave no usable answer, and may have carried it out all the same. Look before you do it again. " + Tracking(e), AuditedOutcome.Unknown),
        WebexException { Status: { } status } e => new($"Webex refused it ({(int)status}): {Sentence(e.Message)} {Advice(e)}{Tracking(e)}", AuditedOutcome.Refused((int)status)),
        WebexException e => new("Webex could not be reached. Try again in a minute. " + Tracking(e), AuditedOutcome.Failed),
        _ => null,
    };

    private static string Advice(WebexException e) => e.Status switch
    {
        // The client's message says already what to do about a file.
        _ when e.FileProblem is not null => "",
        HttpStatusCode.BadRequest => "Mend the arguments. ",
        HttpStatusCode.Unauthorized => "The identity's token is not accepted; tell whoever runs this host. ",
        HttpStatusCode.Forbidden => "The identity you act as may not do this in Webex. Do not repeat it; ask the person you work for. ",
        HttpStatusCode.NotFound => "There is no such thing, or the identity you act as cannot see it. Check the id, or list what there is. ",
        HttpStatusCode.Conflict => "It is so already, or was changed by somebody else. Look at it before you go on. ",
        HttpStatusCode.TooManyRequests => $"Wait {Math.Ceiling((e.RetryAfter ?? TimeSpan.FromSeconds(15)).TotalSeconds)} seconds before the next call. ",
        _ => "Try again later. ",
    };

    private static string Tracking(WebexException e) => $"(tracking id {e.TrackingId})";

    private static string Sentence(string text) => text.TrimEnd() is [.., '.' or '!' or '?'] whole ? whole : text.TrimEnd() + ".";
}
