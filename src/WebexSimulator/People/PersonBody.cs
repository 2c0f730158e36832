using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>A person on the wire. Presence is for one's own organisation only, and a list by ids never has it.</summary>
internal sealed record PersonBody(
    string Id, IReadOnlyList<string> Emails, IReadOnlyList<string> PhoneNumbers, string DisplayName, string? NickName, string? FirstName, string? LastName,
    string OrgId, DateTimeOffset Created, DateTimeOffset LastModified, string? Timezone, DateTimeOffset? LastActivity, string? Status, string Type)
{
    public static PersonBody Of(Person person, Person caller, bool withPresence = true)
    {
        var sees = withPresence && person.OrganisationKey == caller.OrganisationKey;
        return new(
            person.Id, [person.Email], [], person.DisplayName, person.FirstName ?? person.DisplayName, person.FirstName, person.LastName,
            person.OrganisationId, person.Created, person.Created, person.IsBot ? null : "Etc/UTC",
            sees && !person.IsPending ? person.Created : null, !sees ? null : person.IsPending ? "pending" : "active", person.IsBot ? "bot" : "person");
    }
}
