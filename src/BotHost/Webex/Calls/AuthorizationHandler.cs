using System.Net.Http.Headers;

namespace BotHost.Webex;

/// <summary>Gives each try the token of that moment, and lets nothing leave for anywhere but the API.</summary>
internal sealed class AuthorizationHandler(ApiRoot root, AccessTokenSource tokens) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!root.Holds(request.RequestUri!))
            throw new WebexException(
                WebexCall.Of(request),
                $"Webex named an address on {request.RequestUri!.Host} that is not part of Webex:BaseUrl; it was not called. Check Webex:BaseUrl.");

        var token = tokens.Current ?? throw new WebexException(
            WebexCall.Of(request),
            "No access token can be read from Webex:AccessTokenFile. Put the token, and nothing else, into it.");

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
