using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>
/// Innermost: one try, under its own time-out, which ends when the whole answer is here and not before. While a file is under way, the
/// time-out is for standing still: each piece that leaves begins it anew, and whoever reads a download has one of their own.
/// </summary>
internal sealed class AttemptHandler(IOptions<WebexOptions> options, WebexTime webexTime, TimeProvider time) : DelegatingHandler
{
    private const int MostOfAnAnswer = 64 * 1024 * 1024;
    private const int MostOfAnError = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        HttpResponseMessage? response = null;
        if (request.Content is UploadContent upload)
            upload.Progressed = () => timer.CancelAfter(options.Value.Timeout);

        // The transport itself sends a request without content again, up to four times, when a connection ends without an answer.
        // A deletion must not be sent again unknown to us, and empty content is content enough to prevent it.
        if (!WebexCall.Of(request).IsSafe)
            request.Content ??= new ByteArrayContent([]);

        try
        {
            response = await base.SendAsync(request, either.Token);
            webexTime.Learn(response.Headers.Date);
            if (!response.IsSuccessStatusCode || !WebexCall.Of(request).IsStreamed)
                await HoldBodyAsync(response, either.Token);
            return response;
        }
        catch (Exception failure)
        {
            response?.Dispose();
            if (failure is not OperationCanceledException || cancellationToken.IsCancellationRequested)
                throw;

            throw timer.IsCancellationRequested
                ? new TimeoutException("The try took longer than Webex:Timeout.", failure)
                : new HttpRequestException(HttpRequestError.ConnectionError, "No connection in time.", failure);
        }
    }

    private static async Task HoldBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            await response.Content.LoadIntoBufferAsync(MostOfAnAnswer, cancellationToken);
            response.Content = new AnswerContent(response.Content, response);
            return;
        }

        var beginning = await BeginningAsync(response.Content, cancellationToken);
        response.Content.Dispose();
        response.Content = new ByteArrayContent(beginning);
    }

    // The status is known already, so a body that breaks off or never ends is worth what arrived of it.
    private static async Task<byte[]> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var beginning = new MemoryStream();
        try
        {
            await using var body = await content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[4096];
            while (beginning.Length < MostOfAnError && await body.ReadAsync(buffer, cancellationToken) is var read and > 0)
                beginning.Write(buffer, 0, read);
        }
        catch (Exception brokenOff) when (brokenOff is IOException or HttpRequestException or OperationCanceledException)
        {
        }

        return beginning.ToArray();
    }
}
