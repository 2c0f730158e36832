namespace WebexSimulator.Identity;

/// <summary>What is said when tokens are refused. Only the meaning is known, except for the first.</summary>
internal static class OAuthTexts
{
    public const string BadClientId = "Client Id is invalid";
    public const string BadClientSecret = "Invalid client credentials";
    public const string BadRefreshToken = "The refresh token provided is expired, revoked, malformed, or invalid.";
    public const string BadCode = "The authorization code provided is expired, used, malformed, or invalid.";
    public const string BadVerifier = "The code verifier does not match the code challenge.";
    public const string BadRedirectUri = "The redirect_uri is not registered with the integration.";
    public const string OtherRedirectUri = "The redirect_uri is not the one of the authorization request.";
    public const string BadGrantType = "The grant_type is missing or not supported.";
    public const string NoOfKind = "The application is of another kind.";

    public const string Declined = "The user declined to authorize the application.";
    public const string BadResponseType = "The response_type must be code.";
    public const string ChallengeMethod = "The code_challenge needs code_challenge_method=S256 and is 43 characters of base64url.";
    public const string NonceNeeded = "The scope openid needs a nonce.";
    public const string NoSession = "Nobody is logged in who could be answered without asking.";

    public const string RequestIsOver = "This page is no longer valid: go back to the application and begin again.";
    public const string NobodyChosen = "Choose an account.";

    public const string Pending = "The authorization request is still pending: the user has not approved it yet.";
    public const string SlowDown = "Slow down: ask again after the interval only.";
    public const string BadDeviceCode = "The device code is expired, used or invalid.";
    public const string DeviceDeclined = "The user declined the authorization request.";
    public const string BadUserCode = "This code is wrong or no longer valid: read it from the device again.";

    public const string NotAuthorized = "The service app is not authorized by an administrator of the organization.";
    public const string ServiceAppsOnly = "Only a service app may do this.";

    public static string BadScope(string scopes) => $"The scope is invalid or not registered with the integration: {scopes}";

    public static string BeyondTheAccount(string scope) => $"The account cannot grant the scope {scope}.";
}
