using System.Net;
using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>Turns every refusal, and every failure on the way, into a <see cref="WebexException"/>.</summary>
internal sealed class ErrorHandler(IOptions<WebexOptions> options, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = WebexCall.Of(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;

            using (response)
                throw await RefusedAsync(call, response, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            const string advice = "Webex could not be reached, or broke off. Check the network and Webex:BaseUrl, or try again later.";
            throw new WebexException(call, advice, failure) { IsAmbiguous = !call.IsSafe && !NothingWasSent(failure) };
        }
        catch (TimeoutException tooLong)
        {
            const string advice = "Webex did not answer in time. Try again later, or raise Webex:Timeout.";
            throw new WebexException(call, advice, tooLong) { IsAmbiguous = !call.IsSafe };
        }
    }

    private async Task<WebexException> RefusedAsync(WebexCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = ErrorBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var status = response.StatusCode;
        var problem = FileProblems.Of(call, status);
        return new WebexException(call, problem?.Advice() ?? body.Message ?? Fallback(status))
        {
            Status = status,
            FileProblem = problem,
            Errors = body.Errors,
            TrackingId = body.TrackingId ?? response.Headers.Text("trackingid") ?? call.TrackingId,
            RetryAfter = RetryAfter.Of(response, options.Value.MaxRetryAfter, time),
            IsAmbiguous = !call.IsSafe && (int)status >= 500,
        };
    }

    private static string Fallback(HttpStatusCode status) => (int)status is >= 300 and < 400
        ? "Webex answered with a redirect, which is never followed. Check Webex:BaseUrl."
        : $"Webex answered {(int)status} without saying why.";

    private static bool NothingWasSent(HttpRequestException failure) => failure.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
