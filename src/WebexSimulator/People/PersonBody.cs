using System.Text.Json;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>A person on the wire. Who looks decides how much there is to see.</summary>
internal sealed record PersonBody(
    string Id, IReadOnlyList<string> Emails, IReadOnlyList<string> PhoneNumbers, string DisplayName, string? NickName, string? FirstName, string? LastName,
    string OrgId, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Licenses, DateTimeOffset Created, DateTimeOffset LastModified, string? Timezone,
    DateTimeOffset? LastActivity, IReadOnlyList<string>? SiteUrls, IReadOnlyList<SipAddress>? SipAddresses, string? Status,
    JsonElement? InvitePending, JsonElement? LoginEnabled, string Type)
{
    /// <summary>What everybody sees of everybody.</summary>
    public static PersonBody Of(Person person) => new(
        person.Id, [person.Email], [], person.DisplayName, person.FirstName ?? person.DisplayName, person.FirstName, person.LastName,
        person.OrganisationId, null, null, person.Created, person.Created, person.IsBot ? null : "Etc/UTC", null, null, null, null, null, null,
        person.IsBot ? "bot" : "person");

    /// <summary>With presence for colleagues, and with more for their administrator.</summary>
    public static PersonBody Of(Person person, Person caller, SimulatorSwitches switches, bool withPresence = true)
    {
        var body = Of(person);
        if (!AreColleagues(person, caller)) return body;
        if (withPresence) body = body with { Status = StatusOf(person), LastActivity = person.IsPending || person.IsBot ? null : person.Created };
        return caller.IsAdministrator ? body.ForAdministrator(person, switches) : body;
    }

    /// <summary>The consumer organisation, home of all bots, is nobody's company: there everybody is a stranger to all but himself.</summary>
    private static bool AreColleagues(Person person, Person caller) =>
        person.Key == caller.Key
        || (person.OrganisationKey == caller.OrganisationKey && person.OrganisationKey != WebexId.ConsumerOrganisation);

    // Webex does not follow what a bot is doing.
    private static string StatusOf(Person person) => person.IsPending ? "pending" : person.IsBot ? "unknown" : "active";

    private PersonBody ForAdministrator(Person person, SimulatorSwitches switches) => this with
    {
        Roles = [.. PersonRoles.Of(person)],
        Licenses = person.IsPending ? [] : [WebexId.Licence(person.OrganisationKey)],
        SiteUrls = [],
        SipAddresses = [new("cloud-calling", person.Email.Replace("@", "@calls.", StringComparison.Ordinal), true)],
        InvitePending = Flag(person.IsPending, switches),
        LoginEnabled = Flag(!person.IsPending, switches),
    };

    private static JsonElement Flag(bool flag, SimulatorSwitches switches) => switches.FlagsOfPeopleAreBooleans
        ? JsonSerializer.SerializeToElement(flag, WireJson.Default.Boolean)
        : JsonSerializer.SerializeToElement(flag ? "true" : "false", WireJson.Default.String);
}

internal sealed record SipAddress(string Type, string Value, bool Primary);
