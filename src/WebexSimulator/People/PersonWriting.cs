using System.Text.Json;
using WebexSimulator.Administration;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>Reads what an administrator writes about somebody. What he does not write is gone.</summary>
internal sealed class PersonWriting(World world, Sight sight, SimulatorSwitches switches)
{
    /// <summary>The first address is the one that counts.</summary>
    public static string? Email(Fields body) => body.Texts("emails") switch
    {
        [] => null,
        [var email, ..] when email.Split('@') is [{ Length: > 0 }, { Length: > 0 }] => email,
        _ => throw Refusal.BadRequest(Texts.Invalid("emails")),
    };

    /// <summary>The person with everything in the body, except for the address.</summary>
    public Person Apply(Person person, string displayName, Fields body) => PersonRoles.With(person, body.Texts("roles")) with
    {
        DisplayName = displayName,
        FirstName = body.Filled("firstName"),
        LastName = body.Filled("lastName"),
        Modified = world.Now(),
        Profile = new()
        {
            NickName = body.Filled("nickName"),
            Avatar = body.Filled("avatar"),
            PhoneNumbers = Objects(body, "phoneNumbers"),
            Extension = body.Filled("extension"),
            LocationId = body.Filled("locationId"),
            Department = body.Filled("department"),
            Manager = body.Filled("manager"),
            ManagerId = ManagerId(body),
            Title = body.Filled("title"),
            Addresses = Objects(body, "addresses"),
            SiteUrls = body.Texts("siteUrls"),
            Licences = LicenceKeys(person, body),
            LoginEnabled = body.Flag("loginEnabled") ?? true,
        },
    };

    private string? ManagerId(Fields body) =>
        body.Filled("managerId") is not { } id ? null : sight.Person(id)?.Id ?? throw Refusal.BadRequest(Texts.Invalid("managerId"));

    // What is there to be had is given, and the rest is not, unless a switch has it refused.
    private List<string> LicenceKeys(Person person, Fields body)
    {
        var wanted = body.Texts("licenses").SelectMany(ids => ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(id => Licences.KeyOf(person.OrganisationKey, id)).Distinct().ToList();
        return switches.UnknownLicencesAreRefused && wanted.Contains(null) ? throw Refusal.BadRequest(Texts.Invalid("licenses")) : [.. wanted.OfType<string>()];
    }

    private static IReadOnlyList<JsonElement> Objects(Fields body, string name) =>
        body.List(name) is var all && all.All(item => item.ValueKind is JsonValueKind.Object) ? all : throw Refusal.BadRequest();
}
