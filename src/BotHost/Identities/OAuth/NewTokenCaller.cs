using BotHost.Webex;

namespace BotHost.Identities;

/// <summary>Calls with a token of which nobody knows yet whose it is.</summary>
internal sealed class NewTokenCaller(string token) : IWebexCaller
{
    public WebexIdentity Identity { get; } = new(IdentityKind.Person);

    public ValueTask<CallerToken> TokenAsync(WebexCall call, CancellationToken cancellationToken) => ValueTask.FromResult(new CallerToken(token, null));

    public ValueTask<bool> RefusedAsync(string token, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
