using RestEase;

namespace BotHost.Webex;

/// <summary>Apps that the caller owns.</summary>
internal interface IApplicationsApi
{
    /// <summary>A token of a service app, for its owner. It takes the scope <c>spark:applications_token</c>.</summary>
    [Post("applications/{applicationId}/token")]
    Task<ApplicationToken> CreateTokenAsync([Path] string applicationId, [Body] NewApplicationToken token, CancellationToken cancellationToken);
}
