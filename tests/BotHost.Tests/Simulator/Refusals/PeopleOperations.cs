using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>People, and the token that they call with.</summary>
internal static class PeopleOperations
{
    private static readonly string EightySixIds = string.Join(',', Enumerable.Repeat("x", 86));

    public static readonly Operation[] All =
    [
        // An administrator lists everybody; what others ask for is less.
        new("GET", "people", "email displayName id orgId roles callingData locationId max excludeStatus cursor", by: "alice")
        {
            { "carol", 400, PeopleFilter, new { }, new { email = "" }, new { roles = "{role}" } },
            { 200, null, new { email = "nobody@example.com" }, new { email = "no address" }, new { displayName = "Nobody" }, new { id = "x" } },
            { 200, null, new { email = "dave@elsewhere.example" }, new { roles = "x" }, new { locationId = "x" } },
            { 400, null, new { id = EightySixIds } },
            { 403, null, new { orgId = "x" }, new { orgId = "{davesOrganisation}" } },
            { "carol", 403, null, new { displayName = "B", orgId = "{davesOrganisation}" } },
            { "carol", 403, null, new { displayName = "B", roles = "{role}" }, new { displayName = "B", locationId = "x" } },
            Flags("callingData", "excludeStatus"),
            Paging,
        },
        new("GET", "people/me", "callingData") { Flags("callingData") },
        new("GET", "people/{personId}", "callingData", "personId={bob}")
        {
            Unknown("personId", "PEOPLE", PersonNotFound),
            { 404, PersonNotFound, new { personId = "bob@example.com" }, new { personId = "{room}" } },
            Flags("callingData"),
        },
        new("GET", "authorizations/tokenExpiry"),
    ];
}
