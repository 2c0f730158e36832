using BotHost.Identities;

namespace BotHost.Operations;

/// <summary>Commands about as whom this host can call Webex.</summary>
internal sealed class IdentityCommands(GrantStore grants, OwnToken own, DeviceLogins logins, Audit audit, TimeProvider time)
{
    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<IdentityCommands>("identity list", null, "as whom the host can call Webex, and until when; never a token", c => c.ListAsync),
        AdminCommand.Read<IdentityCommands>("identity login", null, "has a person consent in a browser anywhere: shows a code and waits", c => c.LoginAsync, ("ticket", "text")) with { IsChange = true },
        AdminCommand.Change<IdentityCommands>("identity revoke", "id", "forgets the tokens of an identity (person:…, service:…), at once", c => c.RevokeAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        object?[] host = ["bot", own.IsPersonal ? "a person's own token" : "ready", null, own.Until, null, null, own.IsPersonal ? "Give the host a bot's token." : null];
        return Task.FromResult(AdminAnswer.Done(null, new AdminTable("identities", ["identity", "state", "granted", "token until", "ends", "scopes", "reason"],
        [
            host,
            .. grants.List().Select(grant => new object?[]
            {
                grant.Identity, StateOf(grant, now), Choices.Time(grant.GrantedAt), grant.AccessUntil == 0 ? null : Choices.Time(grant.AccessUntil), GrantWatch.EndOf(grant),
                grant.Scopes, grant.Reason,
            }),
        ])));
    }

    private async Task<AdminAnswer> LoginAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!logins.IsOn)
            return AdminAnswer.Trouble("This host has no integration. Set Webex:Integration:ClientId, Webex:Integration:ClientSecret and Webex:Integration:Scopes.");
        var login = call["ticket"] is { } ticket
            ? await logins.LookAsync(ticket, cancellationToken).ConfigureAwait(false)
            : await logins.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (login.Problem is { } problem)
            return AdminAnswer.Trouble($"Nobody consented. {problem}");
        if (login.Person is { } person)
        {
            return await audit.RunAsync(call, "identity login", PersonCommands.Pseudonym(person.Value),
                (_, _) => AdminAnswer.Done($"{WebexIdentity.Person(person)} has consented; the host can act for them."), committed: null, cancellationToken).ConfigureAwait(false);
        }

        var code = login.Code!;
        return AdminAnswer.Done(call["ticket"] is null
            ? $"Open {code.VerificationUri} in any browser and enter the code {code.UserCode}, within {code.ExpiresIn} s; or open {code.VerificationUriComplete ?? code.VerificationUri}"
            : "Nobody has decided yet.") with { Follow = new AdminFollow(login.Ticket, TimeSpan.FromSeconds(Math.Max(1, code.Interval))) };
    }

    private Task<AdminAnswer> RevokeAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var id = call["id"]!.Trim();
        if (WebexIdentity.Parse(id) is not { Kind: not IdentityKind.Bot } identity)
            return Task.FromResult(AdminAnswer.BadInput("That is no identity with tokens here. Take one from `identity list`: person:… or service:…"));
        var subject = identity.Kind == IdentityKind.Person ? PersonCommands.Pseudonym(identity.Id!) : id;
        return audit.RunAsync(call, "identity revoke", subject, (session, _) => GrantStore.Remove(session, id) + GrantStore.Remove(session, identity.ToString()) > 0
            ? AdminAnswer.Done(identity.Kind == IdentityKind.Person
                ? "Its tokens are forgotten. Webex lets no app end them there: whoever wants them to be good for nothing removes the app in their Webex account too."
                : "Its tokens are forgotten. They are asked for again when the service app is used; remove it from Webex:ServiceApps where it is not to be.")
            : AdminAnswer.NotFound($"There is nothing of {id}. Take one from `identity list`."), committed: null, cancellationToken);
    }

    private static string StateOf(Grant grant, long now) => grant switch
    {
        { HasEnded: true } => "over",
        { AccessToken: null } => "not asked for yet",
        _ when !grant.IsUsable(now) => "to be renewed",
        { RefreshToken: null } => "ends",
        _ => "ready",
    };
}
