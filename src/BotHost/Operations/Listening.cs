using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>Where the host listens: <c>BotHost:Listen</c>, <c>Admin:Listen</c> and nothing else. Ambient ASPNETCORE_URLS and HTTP_PORTS are ignored.</summary>
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
            // Webex sends about 1 KB in one go: who needs longer than this only holds memory.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Listen(EndPoint(uri));
        });
    }

    /// <summary>One address, not localhost's two: port 0 could not give both the same port.</summary>
    public static IPEndPoint EndPoint(Uri uri) =>
        new(uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(uri.DnsSafeHost), uri.Port);

    /// <summary>An http address with an IP address or localhost; a host name could mean more interfaces than its writer thinks of.</summary>
    public static bool IsAddress(string text, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.Scheme == Uri.UriSchemeHttp
        && (uri.Host == "localhost" || uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6);

    /// <summary>Starts the app; a taken port becomes a sentence that names it and the setting.</summary>
    public static async Task StartOnAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        // First, so that everything wrong is said at once, and not what the first service to be made happens to miss.
        app.Services.GetService<IStartupValidator>()?.Validate();
        try
        {
            await StartOrStopAsync(app, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            var setting = Named(app, e.Message);
            throw new StartupException($"{app.Configuration[setting]} is taken by another program. Stop it, or listen elsewhere: --{setting}=http://127.0.0.1:<port>");
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException)
        {
            var setting = Named(app, e.Message);
            throw new StartupException($"Cannot listen on {app.Configuration[setting]} ({e.Message}). Choose another address: --{setting}=http://127.0.0.1:<port>");
        }
    }

    /// <summary>What had started before the failure is stopped: it would report its own end as a fault.</summary>
    private static async Task StartOrStopAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            try
            {
                await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Services that could not be made cannot be stopped; why they could not is thrown on.
            }

            throw;
        }
    }

    /// <summary>The setting whose address a failure names.</summary>
    private static string Named(WebApplication app, string failure) =>
        IsAddress(app.Configuration["Admin:Listen"] ?? "", out var admin) && failure.Contains($"{EndPoint(admin)}:", StringComparison.Ordinal)
            ? "Admin:Listen" : "BotHost:Listen";
}
