namespace WebexSimulator.Files;

/// <summary>What the malware scanner says of a file.</summary>
internal enum ScanState
{
    Clean,
    Scanning,
    Infected,
    Unscannable,
}

/// <summary>A verdict; one that is not final yet becomes clean at its end.</summary>
internal sealed record ScanVerdict(ScanState State, DateTimeOffset? Ends = null)
{
    public static readonly ScanVerdict Clean = new(ScanState.Clean);

    /// <summary>How long the scanner still needs; null where it is done.</summary>
    public TimeSpan? Remaining(DateTimeOffset now) => State is ScanState.Scanning && Ends - now is { } rest && rest > TimeSpan.Zero ? rest : null;
}

/// <summary>A file of a message. Its bytes are on disk, however small: a hundred messages with files must not weigh on memory.</summary>
internal sealed class StoredFile(string name, string contentType, long length, string path)
{
    public string Name => name;

    public string ContentType => contentType;

    public long Length => length;

    public string Path => path;

    public ScanVerdict Verdict { get; set; } = ScanVerdict.Clean;

    /// <summary>Whoever is reading reads on, also when the file is deleted meanwhile.</summary>
    public Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);

    public void Delete() => File.Delete(path);
}
