using System.Net;
using BotHost.Access;
using BotHost.Identities;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>Why a call came to nothing, for the agent and for the audit. Webex's words are passed on; what to do next is ours.</summary>
/// <param name="Text">For the agent.</param>
/// <param name="Detail">For the audit: no text that anybody wrote.</param>
internal sealed record Refusal(AgentOutcome Outcome, string Text, string Detail)
{
    /// <summary>Null for a fault of our own.</summary>
    public static Refusal? Of(Exception exception) => exception switch
    {
        ToolException e => new(AgentOutcome.Refused, e.Message, "its arguments did not fit"),
        // The client checks what Webex would certainly refuse, and says what to set.
        ArgumentException e => new(AgentOutcome.Refused, e.Message, "its arguments did not fit"),
        IdentityUnavailableException e => new(AgentOutcome.Refused, e.Message, "Webex could not be called as its identity"),
        WebexException { IsAmbiguous: true } e => new(
            AgentOutcome.Unknown, "Webex gave no usable answer, and may have carried it out all the same. Look before you do it again. " + Tracking(e), "Webex gave no usable answer"),
        WebexException { Status: null } e => new(AgentOutcome.Refused, "Webex could not be reached. Try again in a minute. " + Tracking(e), "Webex could not be reached"),
        WebexException e => new(AgentOutcome.Refused, $"Webex refused it ({(int)e.Status!}): {Sentence(e.Message)} {Advice(e)} {Tracking(e)}", $"Webex answered {(int)e.Status!}"),
        IOException e => new(AgentOutcome.Refused, e.Message, "a file broke off"),
        _ => null,
    };

    private static string Advice(WebexException e) => e.Status switch
    {
        HttpStatusCode.BadRequest => "Mend the arguments.",
        HttpStatusCode.Unauthorized => "The identity's token is not accepted; tell whoever runs this host.",
        HttpStatusCode.Forbidden => "The identity you act as may not do this in Webex. Do not repeat it; ask the person you work for.",
        HttpStatusCode.NotFound => "There is no such thing, or the identity you act as cannot see it. Check the id, or list what there is.",
        HttpStatusCode.Conflict => "It is so already, or was changed by somebody else. Look at it before you go on.",
        HttpStatusCode.TooManyRequests => $"Wait {Math.Ceiling((e.RetryAfter ?? TimeSpan.FromSeconds(15)).TotalSeconds)} seconds before the next call.",
        _ when e.FileProblem is { } => "",
        _ => "Try again later.",
    };

    private static string Tracking(WebexException e) => $"(tracking id {e.TrackingId})";

    private static string Sentence(string text) => text.TrimEnd() is [.., '.' or '!' or '?'] whole ? whole : text.TrimEnd() + ".";
}
