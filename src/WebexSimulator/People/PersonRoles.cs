using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>The roles an administrator gives. Two of them mean something here.</summary>
internal static class PersonRoles
{
    private const string FullAdministrator = "id_full_admin";
    private const string ComplianceOfficer = "id_compliance_officer";

    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        (FullAdministrator, "Full Administrator"),
        ("id_readonly_admin", "Read-only Administrator"),
        ("id_user_admin", "User Administrator"),
        ("id_device_admin", "Device Administrator"),
        ("atlas-portal.support", "Support Administrator"),
        (ComplianceOfficer, "Compliance Officer"),
    ];

    public static IEnumerable<string> Of(Person person) => KeysOf(person).Select(WebexId.Role);

    /// <summary>With exactly the roles of these ids; each may be several, joined by commas, as in Webex's own example.</summary>
    public static Person With(Person person, IEnumerable<string> ids)
    {
        var keys = ids.SelectMany(id => id.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(id => All.FirstOrDefault(role => WebexId.Role(role.Key) == id).Key ?? throw Refusal.BadRequest(Texts.Invalid("roles"))).Distinct().ToList();
        return person with
        {
            IsAdministrator = keys.Remove(FullAdministrator),
            IsComplianceOfficer = keys.Remove(ComplianceOfficer),
            OtherRoles = keys,
        };
    }

    private static IEnumerable<string> KeysOf(Person person)
    {
        if (person.IsAdministrator) yield return FullAdministrator;
        if (person.IsComplianceOfficer) yield return ComplianceOfficer;
        foreach (var other in person.OtherRoles) yield return other;
    }
}
