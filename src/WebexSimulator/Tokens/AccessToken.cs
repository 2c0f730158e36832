using System.Collections.Frozen;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Tokens;

/// <summary>How somebody came by a token. It decides how long the token lives and which scopes it has when nobody says.</summary>
internal enum TokenKind
{
    Personal,
    Bot,
    Integration,
    ServiceApp,
    Guest,
}

/// <summary>A token: who calls with it, and what he may do with it.</summary>
/// <param name="Person">With the powers of an administrator or compliance officer only where the scopes carry them.</param>
internal sealed record AccessToken(string Value, Person Person, TokenKind Kind, FrozenSet<string> Scopes, DateTimeOffset Expires, string AppId)
{
    private const string Everything = "spark:all";

    public static AccessToken Of(string value, Person person, TokenKind kind, FrozenSet<string> scopes, DateTimeOffset expires, string appId) => new(
        value,
        person with
        {
            IsAdministrator = person.IsAdministrator && scopes.Any(scope => scope.StartsWith("spark-admin:people_", StringComparison.Ordinal)),
            IsComplianceOfficer = person.IsComplianceOfficer && scopes.Any(scope => scope.StartsWith("spark-compliance:", StringComparison.Ordinal)),
        },
        kind, scopes, expires, appId);

    /// <summary><c>spark:all</c> is everything a user can do, and nothing an administrator or a compliance officer can.</summary>
    public bool Carries(string scope) =>
        Scopes.Contains(scope) || (scope.StartsWith("spark:", StringComparison.Ordinal) && Scopes.Contains(Everything));

    public void DemandAny(IReadOnlyList<string> scopes)
    {
        if (scopes.Count > 0 && !scopes.Any(Carries)) throw Refusal.Forbidden(Texts.MissingScope(scopes[0]));
    }
}
