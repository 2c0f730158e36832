using System.Net;
using System.Net.Http.Headers;

namespace BotHost.Webex;

/// <summary>
/// Gives each try the token its caller has at that moment, and lets nothing leave for anywhere but the API, nor what the token's scopes do
/// not allow.
/// </summary>
internal sealed class AuthorizationHandler(ApiRoot root) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = WebexCall.Of(request);
        if (!root.Holds(request.RequestUri!))
        {
            throw new WebexException(
                call, $"Webex named an address on {request.RequestUri!.Host} that is not part of Webex:BaseUrl; it was not called. Check Webex:BaseUrl.");
        }

        for (var isAgain = false; ; isAgain = true)
        {
            var token = await call.Caller.TokenAsync(call, cancellationToken);
            CallScopes.Check(call, token.Scopes);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized || !await call.Caller.RefusedAsync(token.Value, cancellationToken)
                || isAgain || request.Content is UploadContent { CanBeSentAgain: false })
                return response;
            response.Dispose();
        }
    }
}
