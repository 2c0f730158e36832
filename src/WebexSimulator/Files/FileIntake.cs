using System.Net;
using WebexSimulator.Http;

namespace WebexSimulator.Files;

/// <summary>Takes the file of a new message: uploaded with it, or fetched from the address it names.</summary>
internal sealed class FileIntake(FileStore store, SimulatorOptions options) : IDisposable
{
    // Redirects are not followed: they would lead out of the allowed hosts.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Whether the body brings a file; more than one is refused.</summary>
    public static bool HasFile(Fields body)
    {
        var count = body.Files.Count + body.Texts("files").Count;
        return count <= 1 ? count == 1 : throw Refusal.BadRequest(Texts.OneFile);
    }

    public async Task<StoredFile?> TakeAsync(Fields body, CancellationToken cancellationToken)
    {
        if (body.Files is [var upload])
        {
            await using var content = upload.OpenReadStream();
            return await store.AddAsync(upload.FileName, upload.ContentType, content, cancellationToken);
        }
        return body.Texts("files") is [var address] ? await FetchAsync(address, cancellationToken) : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<StoredFile> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            throw Refusal.BadRequest(Texts.Invalid("files"));
        if (!IsAllowed(url)) throw Refusal.BadRequest(Texts.ForeignFile(url.Host));
        // Whoever has the file is another program: it has the world's seconds, however far ours is sent ahead meanwhile.
        using var timeout = new CancellationTokenSource(options.Files.FetchTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode is not HttpStatusCode.OK) throw Refusal.BadRequest(Texts.NoFileThere);
            await using var content = await response.Content.ReadAsStreamAsync(either.Token);
            return await store.AddAsync(NameOf(url, response), response.Content.Headers.ContentType?.ToString(), content, either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || timeout.IsCancellationRequested)
        {
            throw Refusal.BadRequest(Texts.NoFileThere);
        }
    }

    private bool IsAllowed(Uri url) =>
        url.IsLoopback || options.Files.AllowedHosts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(host => host == "*" || host.Equals(url.Host, StringComparison.OrdinalIgnoreCase));

    private static string NameOf(Uri url, HttpResponseMessage response)
    {
        var disposition = response.Content.Headers.ContentDisposition;
        return disposition?.FileNameStar ?? disposition?.FileName?.Trim('"') ?? Uri.UnescapeDataString(url.Segments[^1]);
    }
}
