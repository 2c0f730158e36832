using System.Buffers;
using WebexSimulator.Http;

namespace WebexSimulator.Files;

/// <summary>Keeps files in a folder: beside the file of <c>Simulator:State</c>, or else in one of its own, which goes with the simulator.</summary>
internal sealed class FileStore(TimeProvider time, SimulatorOptions options) : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly bool _isKept = options.State is { Length: > 0 };
    private readonly string _folder = options.State is { Length: > 0 } state
        ? Path.GetFullPath(state) + ".files"
        : Path.Combine(Path.GetTempPath(), $"webex-simulator-{Guid.NewGuid():N}");

    /// <summary>Copies a file, in pieces. Too long a one is refused as soon as it is.</summary>
    public async Task<StoredFile> AddAsync(string? name, string? contentType, Stream content, CancellationToken cancellationToken)
    {
        var safeName = FileNames.Clean(name);
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        try
        {
            var length = await CopyAsync(content, path, cancellationToken);
            return new(safeName, contentType is { Length: > 0 } ? contentType : "application/octet-stream", length, path)
            {
                Verdict = FileNames.VerdictOf(safeName, time.GetUtcNow() + options.Files.ScanTime),
            };
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>A file that was kept over a restart; null when it went before its message was written down as gone.</summary>
    public StoredFile? Find(string path, string name, string contentType, ScanVerdict verdict)
    {
        var file = new FileInfo(Path.Combine(_folder, Path.GetFileName(path)));
        return file.Exists ? new(name, contentType, file.Length, file.FullName) { Verdict = verdict } : null;
    }

    /// <summary>Deletes what no message names any more.</summary>
    public void KeepOnly(IEnumerable<StoredFile> files)
    {
        if (!Directory.Exists(_folder)) return;
        var kept = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_folder).Where(path => !kept.Contains(path))) File.Delete(path);
    }

    public void Dispose()
    {
        if (!_isKept && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task<long> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            while (await content.ReadAsync(buffer.AsMemory(0, BufferBytes), cancellationToken) is var read and > 0)
            {
                length += read;
                if (length > options.Files.MaxBytes) throw Refusal.BadRequest(Texts.TooBig);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
