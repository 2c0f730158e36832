using System.Net;
using Microsoft.IdentityModel.Protocols;

namespace BotHost.Access;

/// <summary>Fetches what an authorisation server publishes, without anybody's token, and nothing that could be somebody else's.</summary>
internal sealed class AgentKeySets : IDocumentRetriever, IDisposable
{
    public const string OpenId = "/.well-known/openid-configuration";

    /// <summary>RFC 8414, for servers that know OAuth and no more. It stands before the issuer's path.</summary>
    private const string OAuth = "/.well-known/oauth-authorization-server";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 256 * 1024,
    };

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!AgentAuthorization.IsSafe(address))
            throw new IOException("What an authorisation server publishes must come over https.");
        using var response = await _http.GetAsync(new Uri(address), cancel).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotFound && address.EndsWith(OpenId, StringComparison.Ordinal))
        {
            var issuer = new Uri(address[..^OpenId.Length]);
            using var other = await _http.GetAsync(new Uri(issuer.GetLeftPart(UriPartial.Authority) + OAuth + issuer.AbsolutePath.TrimEnd('/')), cancel).ConfigureAwait(false);
            return await other.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
        }

        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();
}
