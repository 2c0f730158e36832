using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace BotHost.Operations;

/// <summary>
/// What a reverse proxy in front of the host says about a caller. It is believed of the proxies in <c>BotHost:TrustedProxies</c> only, and
/// good for logs only: nothing is decided by it.
/// </summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var options = app.Configuration.GetSection("BotHost").Get<BotHostOptions>() ?? new BotHostOptions();
        if (TryRead(options.TrustedProxies, out var networks) && networks.Count > 0)
        {
            // As far back as each was handed on by one we trust.
            var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            networks.ForEach(headers.KnownIPNetworks.Add);
            app.UseForwardedHeaders(headers);
        }

        if (IsPath(options.PathBase) && options.PathBase is { Length: > 0 } path)
            app.UsePathBase(path);
    }

    /// <summary>Reads addresses and networks (<c>10.0.0.0/8</c>) with <c>;</c> between them; false where one is neither.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out List<System.Net.IPNetwork>? networks)
    {
        networks = [];
        foreach (var part in text?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (IPAddress.TryParse(part, out var address))
                networks.Add(new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (System.Net.IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else
            {
                networks = null;
                return false;
            }
        }

        return true;
    }

    public static bool IsPath(string? path) =>
        string.IsNullOrEmpty(path) || (path.Length > 1 && path[0] == '/' && path[^1] != '/' && path.All(c => c is > ' ' and < '\x7f' and not '?' and not '#' and not '\\'));
}
