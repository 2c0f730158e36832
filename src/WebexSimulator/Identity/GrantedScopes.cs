using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>What of the scopes that were asked for is granted.</summary>
internal static class GrantedScopes
{
    private const string Encryption = "spark:kms";

    /// <summary>Webex adds the first to all that is granted; the others are for logging in, and need no registration.</summary>
    public static readonly IReadOnlyList<string> Always = [Encryption, "openid", "email", "profile"];

    public static IReadOnlyList<string> Read(string? text) => [.. (text ?? "").Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    public static IReadOnlyList<string> Of(IReadOnlyList<string> asked) => asked.Contains(Encryption) ? asked : [.. asked, Encryption];

    /// <summary>A scope of administrators or compliance officers that is asked of somebody who is none.</summary>
    public static string? Beyond(Person person, IReadOnlyList<string> scopes) => scopes.FirstOrDefault(scope =>
        (!person.IsAdministrator && IsOf(scope, "spark-admin:", "identity:", "audit:"))
        || (!person.IsComplianceOfficer && IsOf(scope, "spark-compliance:")));

    private static bool IsOf(string scope, params ReadOnlySpan<string> families)
    {
        foreach (var family in families)
        {
            if (scope.StartsWith(family, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
