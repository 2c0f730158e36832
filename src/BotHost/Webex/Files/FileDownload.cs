namespace BotHost.Webex;

/// <summary>A file on its way from Webex. Disposing it ends the transfer.</summary>
internal sealed class FileDownload(HttpResponseMessage response, Stream content) : IAsyncDisposable
{
    private readonly FileDetails details = FileDetails.Of(response);

    /// <summary>
    /// The bytes, as they arrive. Reading throws <see cref="IOException"/> when the transfer breaks off, stands still for longer than
    /// <c>Webex:Timeout</c>, or brings more than 100 MB.
    /// </summary>
    public Stream Content { get; } = content;

    /// <inheritdoc cref="FileDetails.Name"/>
    public string? Name => details.Name;

    /// <inheritdoc cref="FileDetails.ContentType"/>
    public string? ContentType => details.ContentType;

    /// <inheritdoc cref="FileDetails.Length"/>
    public long? Length => details.Length;

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        response.Dispose();
    }
}
