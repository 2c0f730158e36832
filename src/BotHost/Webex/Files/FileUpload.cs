namespace BotHost.Webex;

/// <summary>
/// A file to upload with a message, at most 100 MB. The stream is read from where it stands, once or, when it can be rewound and Webex
/// asked to try again later, from there again; it stays the caller's to dispose.
/// </summary>
/// <param name="Name">As people are to see it, without a path; any alphabet.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Such as <c>image/png</c>.</param>
internal sealed record FileUpload(string Name, Stream Content, string ContentType = "application/octet-stream") : ICheckedRequest
{
    private readonly long start = Content.CanSeek ? Content.Position : 0;

    /// <summary>Where it is known beforehand; of a stream that can be rewound it always is.</summary>
    public long? Length { get => field ?? (Content.CanSeek ? Content.Length - start : null); init; }

    public bool CanBeReadAgain => Content.CanSeek;

    public void Rewind()
    {
        if (Content.CanSeek)
            Content.Position = start;
    }

    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.AsSpan().IndexOfAny('/', '\\') >= 0 || Name.Any(char.IsControl))
            throw new ArgumentException("A file needs a plain name. Set Name to one without a path, such as report.pdf.");

        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(ContentType, out _))
            throw new ArgumentException($"'{ContentType}' is no content type. Set ContentType to one such as application/pdf.");

        if (Length is { } length)
            MessageLimits.CheckFile(length);
    }

    /// <summary>The type alone: names of files stay out of logs.</summary>
    public override string ToString() => $"File upload {ContentType}";
}
