using System.Net;
using System.Net.Http.Headers;

namespace BotHost.Webex;

/// <summary>The part of an upload that is the file: streamed piece by piece, counted, and leaving the caller's stream open.</summary>
internal sealed class FileContent : HttpContent
{
    private readonly FileUpload file;
    private bool begun;

    public FileContent(FileUpload file)
    {
        this.file = file;
        Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        var name = file.Name.Replace("\"", "%22", StringComparison.Ordinal); // As browsers do; every other sign was checked.
        Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
    }

    public bool CanBeSentAgain => !begun || file.CanBeReadAgain;

    public Action? Progressed { get; set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        begun = true;
        file.Rewind();
        var buffer = new byte[81920];
        var sent = 0L;
        while (await file.Content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            MessageLimits.CheckFile(sent += read);
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            Progressed?.Invoke();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length ?? 0;
        return file.Length is not null;
    }
}
