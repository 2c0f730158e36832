using System.Net;

namespace BotHost.Webex;

/// <summary>
/// A call that did not succeed. <see cref="Exception.Message"/> is Webex's own, where it gave one, and may repeat what was sent:
/// <see cref="ToString"/>, which is what logs show, leaves it out.
/// </summary>
internal sealed class WebexException(WebexCall call, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>As whom it was made.</summary>
    public WebexIdentity Identity { get; } = call.Caller.Identity;

    public HttpMethod Method { get; } = call.Method;

    /// <summary>The path, with <c>{id}</c> for every id in it and without the query.</summary>
    public string Path { get; } = call.Path;

    /// <summary>Null when no answer arrived.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What is the matter with the file that was asked for; null when it was something else.</summary>
    public FileProblem? FileProblem { get; init; }

    /// <summary>Webex's descriptions, as a rule one that equals the message; empty when it gave none.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What Webex's support asks for; the bot's own where no answer arrived.</summary>
    public string TrackingId { get; init; } = call.TrackingId;

    /// <summary>How long Webex wants to be left alone, with absurd wishes cut short; null when it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the change may have been made all the same, so that doing it again could do it twice. Never so for a read.</summary>
    public bool IsAmbiguous { get; init; }

    public override string ToString() =>
        $"{nameof(WebexException)}: {Method} {Path} {(Status is { } status ? $"was answered {(int)status}" : "got no usable answer")}"
        + $"{(IsAmbiguous ? ", and may have been carried out all the same" : "")}, tracking id {TrackingId}"
        + $"{(InnerException is { } cause ? $", because of {cause.GetType().Name}" : "")}{Environment.NewLine}{StackTrace}";
}
