using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>The bot's access token, asked for by every try of every call.</summary>
internal sealed class AccessTokenSource(IOptions<WebexOptions> options)
{
    private volatile string? lastFromFile;

    /// <summary>
    /// The token, or null when there is none to be had. A file is read each time, which costs microseconds and notices every kind of
    /// change; while it is empty or gone, as in the middle of being replaced, what it held last is used.
    /// </summary>
    public string? Current => Usable(options.Value.AccessToken) ?? (lastFromFile = ReadFile(options.Value.AccessTokenFile) ?? lastFromFile);

    public static string? ReadFile(string? path)
    {
        try
        {
            return string.IsNullOrWhiteSpace(path) ? null : Usable(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The token without what stands around it, or null when the rest could not travel in a header.</summary>
    public static string? Usable(string? token) =>
        token?.Trim() is { Length: > 0 } trimmed && trimmed.All(c => c is > ' ' and < '\x7f') ? trimmed : null;
}
