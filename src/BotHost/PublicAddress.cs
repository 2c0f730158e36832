using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BotHost;

/// <summary>How others reach the host: <c>BotHost:PublicUrl</c>, whose port 0 is the one the host listens at.</summary>
internal sealed class PublicAddress(IOptions<BotHostOptions> options, IServer server)
{
    /// <summary>Where hooks are; the hook's id follows.</summary>
    public const string Hooks = "/hooks/";

    /// <param name="path">Begins with a slash.</param>
    public Uri Of(string path)
    {
        var address = new UriBuilder(options.Value.PublicUrl!);
        if (address.Port == 0)
            address.Port = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return new Uri(address.Uri.AbsoluteUri.TrimEnd('/') + path);
    }
}
