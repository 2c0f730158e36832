using System.Text.Json;
using WebexSimulator.Administration;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>A person on the wire. Who looks decides how much there is to see.</summary>
internal sealed record PersonBody(
    string Id, IReadOnlyList<string> Emails, IReadOnlyList<JsonElement> PhoneNumbers, string DisplayName, string? NickName, string? FirstName, string? LastName,
    string? Avatar, string OrgId, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Licenses, DateTimeOffset Created, DateTimeOffset LastModified, string? Timezone,
    DateTimeOffset? LastActivity, IReadOnlyList<string>? SiteUrls, IReadOnlyList<SipAddress>? SipAddresses, string? Status,
    JsonElement? InvitePending, JsonElement? LoginEnabled, string Type)
{
    // Only an administrator sees these.
    public string? Extension { get; init; }
    public string? LocationId { get; init; }
    public string? Department { get; init; }
    public string? Manager { get; init; }
    public string? ManagerId { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<JsonElement>? Addresses { get; init; }

    /// <summary>What everybody sees of everybody.</summary>
    public static PersonBody Of(Person person) => new(
        person.Id, [person.Email], person.Profile.PhoneNumbers, person.DisplayName, person.Profile.NickName ?? person.FirstName ?? person.DisplayName,
        person.FirstName, person.LastName, person.Profile.Avatar, person.OrganisationId, null, null, person.Created, person.Modified ?? person.Created,
        person.IsBot || person.IsMachine ? null : "Etc/UTC", null, null, null, null, null, null, person.Type);

    /// <summary>With presence for colleagues, and with more for their administrator.</summary>
    public static PersonBody Of(Person person, Person caller, SimulatorSwitches switches, bool withPresence = true)
    {
        var body = Of(person);
        if (!AreColleagues(person, caller)) return body;
        if (withPresence) body = body with { Status = StatusOf(person), LastActivity = person.IsPending || person.IsBot || person.IsMachine ? null : person.Created };
        return caller.IsAdministrator ? body.ForAdministrator(person, switches) : body;
    }

    /// <summary>The consumer organisation, home of all bots, is nobody's company: there everybody is a stranger to all but himself.</summary>
    private static bool AreColleagues(Person person, Person caller) =>
        person.Key == caller.Key
        || (person.OrganisationKey == caller.OrganisationKey && person.OrganisationKey != WebexId.ConsumerOrganisation);

    // Webex does not follow what a bot is doing.
    private static string StatusOf(Person person) => person.IsPending ? "pending" : person.IsBot || person.IsMachine ? "unknown" : "active";

    private PersonBody ForAdministrator(Person person, SimulatorSwitches switches) => this with
    {
        Roles = [.. PersonRoles.Of(person)],
        Licenses = [.. Licences.Of(person)],
        SiteUrls = person.Profile.SiteUrls,
        SipAddresses = [new("cloud-calling", person.Email.Replace("@", "@calls.", StringComparison.Ordinal), true)],
        InvitePending = Flag(person.IsPending, switches),
        LoginEnabled = Flag(!person.IsPending && person.Profile.LoginEnabled, switches),
        Extension = person.Profile.Extension,
        LocationId = person.Profile.LocationId,
        Department = person.Profile.Department,
        Manager = person.Profile.Manager,
        ManagerId = person.Profile.ManagerId,
        Title = person.Profile.Title,
        Addresses = person.Profile.Addresses is [] ? null : person.Profile.Addresses,
    };

    private static JsonElement Flag(bool flag, SimulatorSwitches switches) => switches.FlagsOfPeopleAreBooleans
        ? JsonSerializer.SerializeToElement(flag, WireJson.Default.Boolean)
        : JsonSerializer.SerializeToElement(flag ? "true" : "false", WireJson.Default.String);
}

internal sealed record SipAddress(string Type, string Value, bool Primary);
