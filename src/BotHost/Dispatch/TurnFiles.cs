using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>The files of one message, for its handler.</summary>
/// <param name="addresses">As Webex gave them with the message.</param>
internal sealed class TurnFiles(WebexClient webex, TurnSteps steps, IReadOnlyList<string> addresses) : ITurnFiles
{
    public async Task<IReadOnlyList<AttachedFile>> ReadAsync(CancellationToken cancellationToken)
    {
        var files = new List<AttachedFile>(addresses.Count);
        foreach (var address in addresses)
        {
            var details = await steps.ReadAsync(
                "files.details", address, ct => webex.Files.GetDetailsAsync(address, cancellationToken: ct), cancellationToken).ConfigureAwait(false);
            files.Add(new AttachedFile(
                details.Name ?? "file", details.ContentType ?? "application/octet-stream", details.Length, ct => OpenAsync(address, ct)));
        }

        return files;
    }

    /// <summary>Closing the stream ends the transfer.</summary>
    private async Task<Stream> OpenAsync(string address, CancellationToken cancellationToken) =>
        (await Refusals.AskAsync(webex.Files.DownloadAsync(address, cancellationToken: cancellationToken)).ConfigureAwait(false)).Content;
}
