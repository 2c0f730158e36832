using RestEase;

namespace BotHost.Webex;

/// <summary>The token that a call is made with.</summary>
internal interface IAuthorizationsApi
{
    [Get("authorizations/tokenExpiry")]
    Task<TokenExpiry> GetTokenExpiryAsync(CancellationToken cancellationToken);
}
