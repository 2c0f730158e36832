using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>The roles an administrator gives.</summary>
internal static class PersonRoles
{
    public static IEnumerable<string> Of(Person person)
    {
        if (person.IsAdministrator) yield return WebexId.Role("id_full_admin");
        if (person.IsComplianceOfficer) yield return WebexId.Role("id_compliance_officer");
    }
}
