namespace BotHost.Webex;

/// <summary>This host's own identity: the bot, or a developer where it was given a personal access token.</summary>
internal sealed class BotCaller(AccessTokenSource tokens) : IWebexCaller
{
    private volatile PersonType type;

    public WebexIdentity Identity => WebexIdentity.Bot;

    /// <summary>What kind of account Webex says it is; unknown until it was asked.</summary>
    public PersonType Type { get => type; set => type = value; }

    public ValueTask<CallerToken> TokenAsync(WebexCall call, CancellationToken cancellationToken) => tokens.Current is { } token
        ? ValueTask.FromResult(new CallerToken(token, Type == PersonType.Bot ? CallScopes.OfBots : null))
        : throw new WebexException(call, "No access token can be read from Webex:AccessTokenFile. Put the token, and nothing else, into it.");

    /// <summary>Never: who looks after it is <see cref="IdentityGuard"/>, which has all wait until a token is accepted.</summary>
    public ValueTask<bool> RefusedAsync(string token, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
