using System.Net;

namespace WebexSimulator.Hosting;

/// <summary>Reads <c>Simulator:Listen</c>. One explicit address, so that ambient settings such as ASPNETCORE_URLS cannot move us.</summary>
internal static class ListenAddress
{
    public static IPEndPoint? Read(string listen)
    {
        if (!Uri.TryCreate(listen, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp) return null;
        // Only one of localhost's two addresses: port 0 could not give both the same port.
        if (url.Host == "localhost") return new(IPAddress.Loopback, url.Port);
        return IPAddress.TryParse(url.DnsSafeHost, out var address) ? new(address, url.Port) : null;
    }
}
