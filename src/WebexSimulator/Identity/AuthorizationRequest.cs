using WebexSimulator.Http;

namespace WebexSimulator.Identity;

/// <summary>What an application asks somebody to allow, and where he is sent with the answer.</summary>
internal sealed record AuthorizationRequest(
    Application Application, string RedirectUri, IReadOnlyList<string> Scopes, string? State, string? Challenge, string? Nonce, string? LoginHint)
{
    /// <summary>
    /// Reads the parameters of <c>GET /authorize</c>. Where it is not sure who asks, somebody must not be sent anywhere: that is refused,
    /// and everything else is an answer for the application.
    /// </summary>
    public static (AuthorizationRequest Request, OAuthError? Error) Read(IQueryCollection query, ApplicationRegister applications)
    {
        var application = applications.WithClientId(Text("client_id")) is { Kind: ApplicationKind.Integration } known
            ? known
            : throw Refusal.BadRequest(OAuthTexts.BadClientId);
        var redirectUri = Text("redirect_uri");
        if (!Identity.RedirectUri.IsAllowed(application, redirectUri)) throw Refusal.BadRequest(OAuthTexts.BadRedirectUri);
        var request = new AuthorizationRequest(
            application, redirectUri!, GrantedScopes.Read(Text("scope")), Text("state"), Text("code_challenge"), Text("nonce"), Text("login_hint"));
        return (request, request.Error(Text("response_type"), Text("code_challenge_method"), Text("prompt"), Text("max_age")));

        string? Text(string name) => query[name] is [.., { Length: > 0 } value] ? value : null;
    }

    /// <summary>The address with a code or an error in it.</summary>
    public string Answer(params IEnumerable<(string Name, string? Value)> parameters) => Identity.RedirectUri.With(RedirectUri, [.. parameters, ("state", State)]);

    public string Answer(OAuthError error) => Answer(("error", error.Error), ("error_description", error.Description));

    private OAuthError? Error(string? responseType, string? challengeMethod, string? prompt, string? maxAge)
    {
        if (responseType is not "code") return new("unsupported_response_type", OAuthTexts.BadResponseType);
        var wrong = Scopes.Where(scope => !Application.MayAskFor(scope)).ToList();
        if (Scopes is [] || wrong is not []) return new("invalid_scope", OAuthTexts.BadScope(string.Join(' ', wrong)));
        if (Challenge is null ? challengeMethod is not null : challengeMethod is not "S256" || !Pkce.IsChallenge(Challenge))
            return new("invalid_request", OAuthTexts.ChallengeMethod);
        if (Scopes.Contains("openid") && Nonce is null) return new("invalid_request", OAuthTexts.NonceNeeded);
        if (maxAge is not null && (!int.TryParse(maxAge, out var age) || age < 0)) return new("invalid_request", Texts.Invalid("max_age"));
        return prompt switch
        {
            // Here everybody is asked every time, so there is nobody to answer unasked.
            "none" => new("login_required", OAuthTexts.NoSession),
            null or "login" or "consent" or "select_account" => null,
            _ => new("invalid_request", Texts.Invalid("prompt")),
        };
    }
}

/// <summary>An error as OAuth names them, for the application.</summary>
internal sealed record OAuthError(string Error, string Description);
