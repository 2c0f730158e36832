namespace BotHost.Webex;

/// <summary>A call that was not made, because the token has none of the scopes it takes. The message ends with what to do about it.</summary>
internal sealed class ScopeMissingException(WebexCall call, IReadOnlyList<string> scopes) : Exception(Explain(call, scopes))
{
    public WebexIdentity Identity { get; } = call.Caller.Identity;

    /// <summary>Any of them would do.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;

    private static string Explain(WebexCall call, IReadOnlyList<string> scopes) =>
        $"{call.Method} {call.Path} as {call.Caller.Identity.Kind} takes the scope {string.Join(" or ", scopes)}, which its token does not have; it was not sent. "
        + call.Caller.Identity.Kind switch
        {
            IdentityKind.Person => "Add the scope to Webex:Integration:Scopes and to the integration at developer.webex.com, and have the person consent again.",
            IdentityKind.ServiceApp => "Add the scope to the service app at developer.webex.com, and have an administrator authorise it again in Control Hub.",
            _ => "No bot can have it: call as a person, with ctx.As(Identity.Asker), or as a service app.",
        };
}
