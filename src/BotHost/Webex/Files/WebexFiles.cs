using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>The files of messages. Uploading one is part of posting: <see cref="NewMessage.File"/>.</summary>
internal sealed class WebexFiles(
    HttpClient client, IWebexCaller caller, WebexPriority priority, ApiRoot root, IOptions<WebexOptions> options, TimeProvider time)
{
    public const string Endpoint = "contents";

    /// <summary>Begins to download a file, which is streamed and never whole in memory. Dispose what is returned.</summary>
    /// <param name="address">One of <see cref="Message.Files"/>; nothing but a file of the API itself is called.</param>
    /// <param name="allowUnscannable">Whether to take a file that Webex cannot scan for malware.</param>
    /// <param name="cancellationToken">Ends the beginning; reading takes its own.</param>
    /// <exception cref="WebexException">With a <see cref="WebexException.FileProblem"/> where it is the file that stands in the way.</exception>
    /// <exception cref="ArgumentException">The address is not that of a file of the API.</exception>
    public async Task<FileDownload> DownloadAsync(string address, bool allowUnscannable = false, CancellationToken cancellationToken = default)
    {
        var response = await SendAsync(HttpMethod.Get, address, allowUnscannable, cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return new FileDownload(response, new DownloadStream(body, options.Value.Timeout, time));
    }

    /// <summary>Reads a file's name, type and length without its bytes.</summary>
    /// <inheritdoc cref="DownloadAsync"/>
    public async Task<FileDetails> GetDetailsAsync(string address, bool allowUnscannable = false, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Head, address, allowUnscannable, cancellationToken);
        return FileDetails.Of(response);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, bool allowUnscannable, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Checked(address, allowUnscannable));
        WebexCall.SetCaller(request, caller, priority);
        WebexCall.SetStreamed(request);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    // Where an address comes from is not known here, and the token goes along: so it is a file of the API or nothing.
    private Uri Checked(string address, bool allowUnscannable)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var file) || !root.Holds(file) || root.Segments(file) is not [Endpoint, _])
            throw new ArgumentException("That is not the address of a file of Webex. Take one of a message's Files, as it is.", nameof(address));

        return allowUnscannable ? new UriBuilder(file) { Query = "allow=unscannable" }.Uri : file;
    }
}
