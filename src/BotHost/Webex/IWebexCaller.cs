namespace BotHost.Webex;

/// <summary>Somebody Webex can be called as. Each try of each call asks for the token of that moment.</summary>
internal interface IWebexCaller
{
    WebexIdentity Identity { get; }

    /// <summary>The token to call with now. What it throws ends the call, which then was not made.</summary>
    ValueTask<CallerToken> TokenAsync(WebexCall call, CancellationToken cancellationToken);

    /// <summary>Says that Webex answered 401 to this token.</summary>
    /// <returns>Whether there is another one by now: then the call, which was not carried out, is made again with it.</returns>
    ValueTask<bool> RefusedAsync(string token, CancellationToken cancellationToken);
}

/// <summary>What a call is made with.</summary>
/// <param name="Scopes">What the token is good for; null where that is not known, and Webex is left to judge.</param>
internal readonly record struct CallerToken(string Value, IReadOnlySet<string>? Scopes);
