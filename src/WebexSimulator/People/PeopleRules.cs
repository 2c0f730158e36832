using System.Security.Cryptography;
using WebexSimulator.Administration;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>What an administrator may do with the people of his organisation.</summary>
internal sealed class PeopleRules(
    World world, Sight sight, Office office, PersonWriting writing, Departure departure, AuditTrail audit, SimulatorSwitches switches)
{
    private const string Category = "USERS";

    public PersonBody Create(ApiCall call, Fields body)
    {
        var email = PersonWriting.Email(body) ?? throw Refusal.BadRequest(Texts.Invalid("emails"));
        var displayName = body.Filled("displayName") ?? string.Join(' ', new[] { body.Filled("firstName"), body.Filled("lastName") }.OfType<string>());
        if (displayName.Length == 0) throw Refusal.BadRequest(Texts.NoPersonName);
        lock (world.Gate)
        {
            var administrator = office.Demand(call);
            var organisation = Office.DemandOrganisation(administrator, body.Filled("orgId"));
            // Whoever was invited by his address before is the same person still.
            var known = world.People.WithEmail(email);
            if (known is { IsPending: false }) throw Refusal.Conflict(Texts.PersonExists);
            var person = writing.Apply((known ?? Accounts.Pending(email, world.Now())) with { OrganisationKey = organisation }, displayName, body);
            person = person with { IsPending = switches.NewPeopleArePending, Token = switches.NewPeopleArePending ? null : TokenFor(person), Modified = known is null ? null : world.Now() };
            world.Change(person);
            Note(administrator, "The user was created", person);
            return PersonBody.Of(person, call.Caller, switches);
        }
    }

    public PersonBody Update(ApiCall call, string id, Fields body)
    {
        lock (world.Gate)
        {
            var administrator = office.Demand(call);
            var before = office.DemandPerson(administrator, sight.Person(id));
            var displayName = body.Filled("displayName") ?? throw Refusal.BadRequest(Texts.Invalid("displayName"));
            Office.DemandOrganisation(administrator, body.Filled("orgId"));
            var email = PersonWriting.Email(body) ?? before.Email;
            if (world.People.WithEmail(email) is { } other && other.Key != before.Key) throw Refusal.Conflict(Texts.PersonExists);
            var after = writing.Apply(before, displayName, body) with { Email = email };
            if (!after.IsAdministrator) DemandAnotherAdministrator(before);
            world.Change(after);
            Note(administrator, "The user was changed", after);
            return PersonBody.Of(after, call.Caller, switches);
        }
    }

    public void Delete(ApiCall call, string id)
    {
        lock (world.Gate)
        {
            var administrator = office.Demand(call);
            var person = office.DemandPerson(administrator, sight.Person(id));
            DemandAnotherAdministrator(person);
            departure.Of(administrator, person);
            Note(administrator, "The user was deleted", person);
        }
    }

    private void DemandAnotherAdministrator(Person person)
    {
        if (switches.LastAdministratorMayGo || !person.IsAdministrator) return;
        if (!office.People(person.OrganisationKey).Any(other => other.IsAdministrator && other.Key != person.Key)) throw Refusal.BadRequest(Texts.LastAdministrator);
    }

    private void Note(Person administrator, string action, Person person) => audit.Add(administrator, Category, action, "USER", person.Id, person.Email);

    // Another one than whoever had the address before him.
    private static string TokenFor(Person person) =>
        $"sim_{person.Email.Split('@')[0]}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}_{Accounts.OrganisationUuid(person)}";
}
