namespace BotHost.Bot;

/// <summary>
/// A file that came with the message. As a command's parameter it asks for one; nullable, it may be missing; an array takes all there are.
/// Everything about it is its sender's word.
/// </summary>
public sealed class AttachedFile
{
    private readonly Func<CancellationToken, Task<Stream>> _open;

    internal AttachedFile(string name, string contentType, long? length, Func<CancellationToken, Task<Stream>> open) =>
        (Name, ContentType, Length, _open) = (name, contentType, length, open);

    /// <summary>Its name without any path, "file" where Webex does not say. Never name a file on disk by it; escape it before echoing.</summary>
    public string Name { get; }

    /// <summary>Such as <c>image/png</c>; <c>application/octet-stream</c> where Webex does not say.</summary>
    public string ContentType { get; }

    /// <summary>In bytes, at most 100 MB; null where Webex does not say.</summary>
    public long? Length { get; }

    /// <summary>
    /// Begins to download it, anew each time. Dispose the stream; it reads asynchronously and forwards only, and throws
    /// <see cref="IOException"/> where the transfer breaks off.
    /// </summary>
    /// <param name="cancellationToken">Ends the beginning; reading takes its own.</param>
    /// <exception cref="WebexRefusedException">Webex does not give it out: it is infected, or gone.</exception>
    public Task<Stream> OpenAsync(CancellationToken cancellationToken = default) => _open(cancellationToken);

    /// <summary>The type alone: names of files stay out of logs.</summary>
    public override string ToString() => $"File {ContentType}";
}
