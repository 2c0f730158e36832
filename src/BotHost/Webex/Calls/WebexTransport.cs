using System.Net;
using System.Net.Http.Headers;
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
        var proxy = services.GetRequiredService<IOptions<WebexOptions>>().Value.Proxy;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // A redirect could lead the token elsewhere.
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // Follows Webex when its name moves to other addresses.
            UseProxy = !string.IsNullOrEmpty(proxy),
            Proxy = string.IsNullOrEmpty(proxy) ? null : CreateProxy(new Uri(proxy)),
        };
    }

    private static WebProxy CreateProxy(Uri address)
    {
        var credentials = address.UserInfo.Split(':', 2);
        return new WebProxy(new UriBuilder(address) { UserName = "", Password = "" }.Uri)
        {
            Credentials = credentials is [var name, var password]
                ? new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password))
                : null,
        };
    }
}
