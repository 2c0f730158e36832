using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class RegistrantOperations
{
    private const string Details = "jobTitle companyName address1 address2 city state zipCode countryRegion workPhone fax";
    private const string Registering = """{"firstName":"Erin","lastName":"Evans","email":"erin@example.com","jobTitle":"Gardener"}""";

    public static readonly Operation[] All =
    [
        new("GET", "meetings/{meetingId}/registrants", "max cursor", "meetingId={registered}")
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" } },
            { 403, null, new { meetingId = "{joinedMeeting}" } },
            { 400, NoRegistration, new { meetingId = "{meeting}" } },
            Paging,
        },
        new("POST", "meetings/{meetingId}/registrants", $"firstName lastName email sendEmail {Details}", "meetingId={registered}", Registering)
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" } },
            { 400, NoRegistration, new { meetingId = "{meeting}" } },
            NoTexts(["firstName", "lastName", "email", .. Details.Split(' ')]),
            NoFlags("sendEmail"),
            { 400, Invalid("firstName"), new { firstName = Nothing } },
            { 400, Invalid("lastName"), new { lastName = "" } },
            { 400, Invalid("email"), new { email = Nothing }, new { email = "no address" } },
            { 400, Invalid("jobTitle"), new { jobTitle = Nothing } },
            { 409, null, new { email = "registrant1@example.com" } },
        },
        new("GET", "meetings/{meetingId}/registrants/{registrantId}", arguments: "meetingId={registered}&registrantId={registrant}")
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { registrantId = "nobody" }, new { registrantId = "00000000000000000000000000000000" } },
            { 403, null, new { meetingId = "{joinedMeeting}" } },
            { 400, NoRegistration, new { meetingId = "{meeting}" } },
        },
        new("DELETE", "meetings/{meetingId}/registrants/{registrantId}", arguments: "meetingId={registered}&registrantId={registrant}")
        {
            NoMeeting("meetingId"),
            { 404, NotFound, new { meetingId = "{bobsMeeting}" }, new { registrantId = "nobody" } },
            { 403, null, new { meetingId = "{joinedMeeting}" } },
            { 400, NoRegistration, new { meetingId = "{meeting}" } },
        },
    ];
}
