using Refit;

namespace BotHost.Webex;

/// <summary>How a declared call becomes a request and its answer what is declared, with the habits of Refit that do not fit Webex put right.</summary>
internal static class RefitSetup
{
    /// <param name="caller">As whom all calls with these settings are made.</param>
    /// <param name="priority">How urgently.</param>
    /// <param name="logger">For what is left out of answers.</param>
    public static RefitSettings Of(IWebexCaller caller, WebexPriority priority, ILogger<WebexClient> logger) => new(new WireBody(logger), new AddressText())
    {
        Buffered = true, // As WireBody makes it: a body of unknown length could not be sent again.
        UrlResolution = UrlResolutionMode.Rfc3986,
        HttpRequestMessageOptions = WebexCall.Options(caller, priority),
        // What our own handlers throw says more than Refit's wrapping of it.
        TransportExceptionFactory = (_, failure, _) => failure,
        DeserializationExceptionFactory = (answer, failure) => ValueTask.FromResult<Exception?>(WireBody.Unreadable(answer, failure)),
    };
}
