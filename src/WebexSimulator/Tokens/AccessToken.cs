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

    // One source writes so what is spark-admin:people_write elsewhere: an administrator's, whatever its name.
    private const string WritePeople = "spark:people_write";

    public Guid Key { get; init; } = Guid.NewGuid();

    /// <summary>What it was got with; null where nobody had to be asked.</summary>
    public Guid? RefreshKey { get; init; }

    /// <summary>The application that has it; null where it is whoever's who calls.</summary>
    public string? ClientId { get; init; }
    public DateTimeOffset Created { get; init; }

    public static AccessToken Of(string value, Person person, TokenKind kind, FrozenSet<string> scopes, DateTimeOffset expires, string appId) => new(
        value,
        person with
        {
            IsAdministrator = person.IsAdministrator && scopes.Any(scope => scope.StartsWith("spark-admin:people_", StringComparison.Ordinal)),
            IsComplianceOfficer = person.IsComplianceOfficer && scopes.Any(IsOfCompliance),
            Oversight = person.IsComplianceOfficer ? [.. scopes.Where(IsOfCompliance)] : [],
        },
        kind, scopes, expires, appId);

    private static bool IsOfCompliance(string scope) => scope.StartsWith("spark-compliance:", StringComparison.Ordinal);

    /// <summary>Whose it is may have changed since it was made.</summary>
    public AccessToken As(Person person) => Of(Value, person, Kind, Scopes, Expires, AppId) with { Key = Key, RefreshKey = RefreshKey, ClientId = ClientId, Created = Created };

    /// <summary><c>spark:all</c> is everything a user can do, and nothing an administrator or a compliance officer can.</summary>
    public bool Carries(string scope) =>
        Scopes.Contains(scope) || (scope is not WritePeople && scope.StartsWith("spark:", StringComparison.Ordinal) && Scopes.Contains(Everything));

    public void DemandAny(IReadOnlyList<string> scopes)
    {
        if (scopes.Count > 0 && !scopes.Any(Carries)) throw Refusal.Forbidden(Texts.MissingScope(scopes[0]));
    }
}
