using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>Where the host listens: <c>BotHost:Listen</c> and nothing else. Ambient ASPNETCORE_URLS and HTTP_PORTS are ignored.</summary>
internal static class Listening
{
    public static void ListenOn(this WebApplicationBuilder builder, string setting, string fallback)
    {
        var address = builder.Configuration[setting] is { Length: > 0 } configured ? configured : fallback;
        // A wrong address is told with everything else that is wrong, before anything listens.
        if (!IsAddress(address, out var uri))
            return;

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
                kestrel.Listen(IPAddress.Parse(uri.DnsSafeHost), uri.Port);
            else if (uri.IsLoopback)
                kestrel.ListenLocalhost(uri.Port);
            else
                kestrel.ListenAnyIP(uri.Port);
        });
    }

    public static bool IsAddress(string text, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.Scheme == Uri.UriSchemeHttp;

    /// <summary>Starts the app; a taken port becomes a sentence that names it and the setting.</summary>
    public static async Task StartOnAsync(this WebApplication app, string setting, CancellationToken cancellationToken)
    {
        // First, so that everything wrong is said at once, and not what the first service to be made happens to miss.
        app.Services.GetService<IStartupValidator>()?.Validate();
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupException($"{app.Configuration[setting]} is taken by another program. Stop it, or listen elsewhere: --{setting}=http://127.0.0.1:<port>");
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException)
        {
            throw new StartupException($"Cannot listen on {app.Configuration[setting]} ({e.Message}). Choose another address: --{setting}=http://127.0.0.1:<port>");
        }
    }
}
