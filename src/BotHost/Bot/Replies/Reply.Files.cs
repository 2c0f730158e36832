using System.Buffers;
using System.Net.Http.Headers;

namespace BotHost.Bot;

public sealed partial class Reply
{
    /// <summary>Bytes a file may have at most: Webex's 100 MB. <c>Outbox:MaxFileBytes</c> may say less.</summary>
    public const int MostFileBytes = 100 * 1024 * 1024;

    private static ArgumentException CardAndFile => new("A message has a card or a file. Send them as two replies.");

    /// <summary>
    /// A file. It is kept with the reply until Webex has it, so it arrives as surely as a text does.
    /// </summary>
    /// <param name="name">As people are to see it, without a path: <c>report.pdf</c>.</param>
    /// <param name="content">The bytes, at most <see cref="MostFileBytes"/> and what <c>Outbox:MaxFileBytes</c> allows.</param>
    /// <param name="contentType">Such as <c>application/pdf</c>.</param>
    /// <exception cref="ArgumentException">The name has a path, the type is none, or the file is too large.</exception>
    public static Reply File(string name, ReadOnlyMemory<byte> content, string contentType = "application/octet-stream") =>
        Text("").WithFile(name, content, contentType);

    /// <summary>A file from a stream, which is read to its end and stays the caller's to dispose. Otherwise as <see cref="File"/>.</summary>
    /// <param name="name">As people are to see it, without a path.</param>
    /// <param name="content">Where the bytes come from.</param>
    /// <param name="contentType">Such as <c>application/pdf</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">As of <see cref="File"/>; of a stream too long, as soon as that is known.</exception>
    public static async Task<Reply> FileAsync(
        string name, Stream content, string contentType = "application/octet-stream", CancellationToken cancellationToken = default)
    {
        using var read = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            while (await content.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                ReplyFile.Check(read.Length + count, MostFileBytes);
                read.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return File(name, read.ToArray(), contentType);
    }

    /// <summary>The same words with a file: <c>Reply.Markdown($"Your **report**").WithFile("report.pdf", bytes)</c>. One a reply: send several replies for several files.</summary>
    /// <exception cref="ArgumentException">As of <see cref="File"/>; or the reply has a card.</exception>
    public Reply WithFile(string name, ReadOnlyMemory<byte> content, string contentType = "application/octet-stream") =>
        Card is null ? new(this) { Attached = new ReplyFile(name, content, contentType) } : throw CardAndFile;
}

/// <summary>A file of a reply.</summary>
internal sealed record ReplyFile
{
    public ReplyFile(string name, ReadOnlyMemory<byte> content, string contentType)
    {
        if (string.IsNullOrWhiteSpace(name) || name.AsSpan().IndexOfAny('/', '\\') >= 0 || name.Any(char.IsControl))
        {
            throw new ArgumentException("A file needs a plain name. Give one without a path, such as report.pdf.", nameof(name));
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException($"\"{contentType}\" is no content type. Give one such as application/pdf.", nameof(contentType));
        }

        Check(content.Length, Reply.MostFileBytes);
        (Name, Content, ContentType) = (name, content, contentType);
    }

    public string Name { get; }

    public ReadOnlyMemory<byte> Content { get; }

    public string ContentType { get; }

    public static void Check(long length, long most)
    {
        if (length > most)
        {
            throw new ArgumentException(
                $"The file has at least {length} bytes, and {most} are allowed. " +
                (most < Reply.MostFileBytes ? "Raise Outbox:MaxFileBytes, split it, or share it another way." : "Split it, or share it another way."));
        }
    }
}
