using System.Net;

namespace BotHost.Webex;

/// <summary>
/// The last look before a connection is made: a name out in the world that suddenly stands for this machine, or for the metadata service
/// beside it, was put there by somebody who is after what only we can reach. Private networks are not looked at: a company's gateway is in one.
/// </summary>
internal static class OutsideAddress
{
    /// <summary>The addresses of a host that may be connected to: all, where it is an address itself or <c>localhost</c>, which were meant as they are.</summary>
    /// <exception cref="HttpRequestException">None may.</exception>
    public static IPAddress[] Among(string host, IPAddress[] addresses)
    {
        if (IPAddress.TryParse(host, out _) || host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal))
            return addresses;
        var outside = addresses.Where(IsOutside).ToArray();
        return outside.Length > 0 ? outside : throw new HttpRequestException(
            HttpRequestError.NameResolutionError, $"{host} stands for an address of this machine or its link, and is not connected to. Check the name service, or Webex:BaseUrl.");
    }

    private static bool IsOutside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var isLinkLocal = plain.IsIPv6LinkLocal || plain.GetAddressBytes() is [169, 254, _, _];
        return !IPAddress.IsLoopback(plain) && !isLinkLocal && !plain.IsIPv6Multicast && plain.GetAddressBytes() is not [0 or >= 224, _, _, _]
            && !plain.Equals(IPAddress.IPv6Any);
    }
}
