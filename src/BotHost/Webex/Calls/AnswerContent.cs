using System.Net;

namespace BotHost.Webex;

/// <summary>
/// The body of an answer that is here whole, and the answer it belongs to: whoever reads the one needs the other. Its headers are left
/// out: JSON is UTF-8 whatever they say, and of an empty body, which is none, Refit would make a null.
/// </summary>
internal sealed class AnswerContent(HttpContent body, HttpResponseMessage answer) : HttpContent
{
    public HttpResponseMessage Answer { get; } = answer;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream, context);

    protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) => body.ReadAsStreamAsync(cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
