using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>What administrators and compliance officers may do, and nobody else.</summary>
internal static class AdministrationOperations
{
    private const string Written =
        "emails phoneNumbers extension locationId displayName firstName lastName avatar orgId roles licenses department manager managerId title addresses siteUrls callingData minResponse";

    public static readonly Operation[] All =
    [
        Writing(new("POST", "people", Written, "callingData=false&minResponse=false", """{"emails":["frank@example.com"],"displayName":"Frank"}""", by: "alice")
        {
            { 400, Invalid("emails"), new { emails = Nothing }, new { emails = new JsonArray() }, new { emails = "" } },
            { 400, null, new { displayName = Nothing }, new { displayName = "" } },
            { 409, null, new { emails = new JsonArray("bob@example.com") }, new { emails = "BOB@example.com" }, new { emails = "bothost@webex.bot" } },
        }),
        Writing(new("PUT", "people/{personId}", Written + " nickName loginEnabled showAllTypes", "personId={erin}&callingData=false&minResponse=false&showAllTypes=false",
            """{"emails":["erin@example.com"],"displayName":"Erin"}""", by: "alice")
        {
            Unknown("personId", "PEOPLE", PersonNotFound),
            { 403, null, new { personId = "{dave}" }, new { personId = "{bot}" } },
            NoTexts("nickName"),
            NoFlags("loginEnabled"),
            Flags("showAllTypes"),
            { 400, Invalid("displayName"), new { displayName = Nothing }, new { displayName = "" } },
            // The only administrator there is.
            { 400, null, new { personId = "{alice}", emails = "alice@example.com" } },
            { 409, null, new { emails = "bob@example.com" } },
        }),
        new("DELETE", "people/{personId}", arguments: "personId={erin}", by: "alice")
        {
            Unknown("personId", "PEOPLE", PersonNotFound),
            { 403, null, new { personId = "{dave}" }, new { personId = "{bot}" } },
            { 400, null, new { personId = "{alice}" } },
            { "carol", 403, MissingScope("spark-admin:people_write"), new { } },
        },
        new("GET", "organizations", by: "alice"),
        new("GET", "organizations/{orgId}", arguments: "orgId={carolsOrganisation}", by: "alice")
        {
            { 404, NotFound, new { orgId = "none" }, new { orgId = "{davesOrganisation}" } },
        },
        new("GET", "licenses", "orgId", by: "alice")
        {
            { 403, null, new { orgId = "none" }, new { orgId = "{davesOrganisation}" } },
        },
        new("GET", "licenses/{licenseId}", arguments: "licenseId={licence}", by: "alice")
        {
            { 404, NotFound, new { licenseId = "none" }, new { licenseId = "{role}" } },
        },
        new("GET", "roles", by: "alice"),
        new("GET", "roles/{roleId}", arguments: "roleId={role}", by: "alice")
        {
            { 404, NotFound, new { roleId = "none" }, new { roleId = "{licence}" } },
        },
        new("GET", "adminAudit/events", "orgId from to actorId max cursor",
            "orgId={carolsOrganisation}&from=2026-01-01T00:00:00.000Z&to=2026-12-31T00:00:00.000Z", by: "alice")
        {
            { 400, Required("orgId"), new { orgId = Nothing }, new { orgId = "" } },
            { 400, Required("from"), new { from = Nothing } },
            { 400, Required("to"), new { to = Nothing } },
            { 400, Invalid("to"), new { to = "2025-12-31T00:00:00.000Z" }, new { to = "2028-01-01T00:00:00.000Z" } },
            Times("from", "to"),
            { 403, null, new { orgId = "none" }, new { orgId = "{davesOrganisation}" } },
            { 200, null, new { actorId = "none" }, new { actorId = "{bob}" } },
            Paging,
        },
        new("GET", "events", "resource type actorId from to max serviceType cursor", by: "alice")
        {
            { 400, Invalid("resource"), new { resource = "colours" }, new { resource = "Messages" } },
            { 400, Invalid("type"), new { type = "read" } },
            { 400, Invalid("serviceType"), new { resource = "convergedRecordings" }, new { serviceType = "calling" }, new { resource = "convergedRecordings", serviceType = "chat" } },
            { 400, Invalid("serviceType"), new { serviceType = "chat" } },
            { 400, Invalid("from"), new { from = "2100-01-01T00:00:00.000Z" } },
            { 400, Invalid("to"), new { to = "2100-01-01T00:00:00.000Z" } },
            Times("from", "to"),
            { 200, null, new { actorId = "none" }, new { actorId = "{dave}" }, new { resource = "meetingMessages" }, new { to = "2001-01-01T00:00:00.000Z" } },
            Paging,
        },
        new("GET", "events/{eventId}", arguments: "eventId={event}", by: "alice")
        {
            Unknown("eventId", "EVENT"),
        },
    ];

    /// <summary>To create somebody and to change him take the same.</summary>
    private static Operation Writing(Operation operation)
    {
        operation.Add(NoTexts("extension", "locationId", "displayName", "firstName", "lastName", "avatar", "orgId", "department", "manager", "managerId", "title"));
        operation.Add(Flags("callingData", "minResponse"));
        operation.Add(400, Invalid("emails"), new { emails = "no address" }, new { emails = new JsonArray("@") });
        operation.Add(400, Malformed, new { emails = 5 }, new { roles = 5 }, new { licenses = 5 }, new { siteUrls = 5 });
        operation.Add(400, Malformed, new { phoneNumbers = 5 }, new { phoneNumbers = new JsonArray("1") }, new { addresses = "here" });
        operation.Add(400, Invalid("roles"), new { roles = new JsonArray("none") }, new { roles = "{licence}" });
        operation.Add(400, Invalid("managerId"), new { managerId = "none" });
        operation.Add(403, null, new { orgId = "none" }, new { orgId = "{davesOrganisation}" });
        operation.Add("carol", 403, MissingScope("spark-admin:people_write"), new { });
        return operation;
    }
}
