using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace BotHost.Inbox;

/// <summary>What every door holds a request to, whoever sends it: one body, as it is, and not a large one.</summary>
internal static class DoorRequest
{
    /// <summary>In bytes.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>The status to answer before anything is read, or null. Call it first: what is refused unread is read away to the same limit.</summary>
    public static int? Refuse(HttpContext context)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestBody;
        // Kestrel drops Content-Length beside Transfer-Encoding and shows it under this name. One body, two lengths.
        if (context.Request.Headers.ContainsKey("X-Content-Length"))
            return StatusCodes.Status400BadRequest;
        return context.Request.Headers.ContentEncoding.Count > 0 ? StatusCodes.Status415UnsupportedMediaType : null;
    }

    /// <summary>The body; or the status to answer instead.</summary>
    public static async Task<(byte[]? Body, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (read.IsCompleted || read.Buffer.Length > LargestBody)
                {
                    var body = read.Buffer.Length > LargestBody ? null : read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (body, body is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK);
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (IOException e)
        {
            // Kestrel names most faults of framing itself. What it does not name (a chunk size beyond 64 bits, a sender who
            // hung up) is no fault of ours either, and nothing to log: a stranger can cause it at will.
            return (null, e is BadHttpRequestException named ? named.StatusCode : StatusCodes.Status400BadRequest);
        }
    }
}
