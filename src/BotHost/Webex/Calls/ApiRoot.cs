using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>The part of the web that is the API: scheme, host, port and base path of <c>Webex:BaseUrl</c>. Only there the token goes.</summary>
internal sealed class ApiRoot(IOptions<WebexOptions> options)
{
    /// <summary>With a slash at its end.</summary>
    public Uri Address { get; } = new(options.Value.BaseUrl.TrimEnd('/') + "/");

    public bool Holds(Uri uri) =>
        uri.IsAbsoluteUri
        && uri.UserInfo is ""
        && uri.Scheme == Address.Scheme
        && uri.IdnHost == Address.IdnHost
        && uri.Port == Address.Port
        && uri.AbsolutePath.StartsWith(Address.AbsolutePath, StringComparison.Ordinal);

    /// <summary>The segments behind the base path; of an address elsewhere, all of them.</summary>
    public string[] Segments(Uri uri)
    {
        var path = Holds(uri) ? uri.AbsolutePath[Address.AbsolutePath.Length..] : uri.AbsolutePath;
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }
}
