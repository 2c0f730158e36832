using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace BotHost.Webex;

/// <summary>The connections to Webex.</summary>
internal static class WebexTransport
{
    private static readonly ProductInfoHeaderValue UserAgent = new("BotHost", typeof(WebexTransport).Assembly.GetName().Version?.ToString(3));

    public static void Configure(IServiceProvider services, HttpClient client)
    {
        client.BaseAddress = services.GetRequiredService<ApiRoot>().Address;
        client.DefaultRequestHeaders.UserAgent.Add(UserAgent);
        client.Timeout = Timeout.InfiniteTimeSpan; // Each try has its own: AttemptHandler.
    }

    public static HttpMessageHandler CreateHandler(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<WebexOptions>>().Value;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // A redirect could lead the token elsewhere.
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // Follows Webex when its name moves to other addresses.
        };
        if (options.CertificateAuthorities is { Length: > 0 } file)
            handler.SslOptions.RemoteCertificateValidationCallback = CertificateTrust.ReadFile(file)!.Accepts;
        if (string.IsNullOrEmpty(options.Proxy))
            return Directly(handler);

        // The proxy resolves Webex's name, and must not be one that leads inside.
        (handler.UseProxy, handler.Proxy) = (true, CreateProxy(new Uri(options.Proxy)));
        return handler;
    }

    private static SocketsHttpHandler Directly(SocketsHttpHandler handler)
    {
        handler.UseProxy = false;
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            var addresses = OutsideAddress.Among(host, await Dns.GetHostAddressesAsync(host, cancellationToken));
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return handler;
    }

    private static WebProxy CreateProxy(Uri address)
    {
        var credentials = address.UserInfo.Split(':', 2);
        // Without them in it: what fails names the proxy's address in its message.
        return new WebProxy(new UriBuilder(address) { UserName = "", Password = "" }.Uri)
        {
            Credentials = credentials is [var name, var password]
                ? new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password))
                : null,
        };
    }
}
