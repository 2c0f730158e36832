using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>Who asked to take part in a meeting that one registers for: anybody who sees it may ask, and the host sees who did.</summary>
internal static class RegistrantsApi
{
    private static readonly string[] Details =
        ["jobTitle", "companyName", "address1", "address2", "city", "state", "zipCode", "countryRegion", "workPhone", "fax"];

    public static void MapRegistrants(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var registrants = new Rules(services.GetRequiredService<World>(), services.GetRequiredService<MeetingSight>());
        api.Get("/meetings/{meetingId}/registrants", call => Answers.List(registrants.List(call)));
        api.Post("/meetings/{meetingId}/registrants", (call, body) => Answers.Ok(registrants.Create(call, body)));
        api.Get("/meetings/{meetingId}/registrants/{registrantId}", call => Answers.Ok(registrants.Read(call)));
        api.Delete("/meetings/{meetingId}/registrants/{registrantId}", call => registrants.Delete(call));
    }

    private sealed class Rules(World world, MeetingSight sight)
    {
        public Page<RegistrantBody> List(ApiCall call)
        {
            var (page, zone) = (call.Page(standard: 10, ceiling: 100), MeetingCall.Zone(call));
            lock (world.Gate)
                return page.Sorted(Hosted(call).Registrants.Values, registrant => Cursor.At(registrant.Registered, registrant.Key))
                    .Select(registrant => RegistrantBody.Of(registrant, zone));
        }

        public RegistrantBody Read(ApiCall call)
        {
            lock (world.Gate) return RegistrantBody.Of(Find(Hosted(call), call), MeetingCall.Zone(call));
        }

        public RegistrantBody Create(ApiCall call, Fields body)
        {
            lock (world.Gate)
            {
                var (state, registration) = Open(sight.ToRead(call.Caller, call.Path("meetingId"), call.Header("password")));
                var (first, last, email) = (Required(body, "firstName"), Required(body, "lastName"), Required(body, "email"));
                if (!email.Contains('@', StringComparison.Ordinal)) throw Refusal.BadRequest(Texts.Invalid("email"));
                _ = body.Flag("sendEmail");
                var details = Details.Select(name => (name, Value: body.Filled(name))).Where(detail => detail.Value is not null).ToDictionary(detail => detail.name, detail => detail.Value!);
                foreach (var name in Details.Where(name => Wants(registration, name) && !details.ContainsKey(name))) throw Refusal.BadRequest(Texts.Invalid(name));
                if (state.Registrants.Values.Any(other => other.Email.Equals(email, StringComparison.OrdinalIgnoreCase))) throw Refusal.Conflict(Texts.AlreadyRegistered);
                var registrant = new Registrant
                {
                    Key = Guid.NewGuid(),
                    FirstName = first,
                    LastName = last,
                    Email = email,
                    Status = registration.TryGetProperty("autoAcceptRequest", out var accepts) && accepts.GetBoolean() ? "approved" : "pending",
                    Details = details,
                    Registered = world.Now(),
                };
                state.Registrants.Add(registrant.Key, registrant);
                return RegistrantBody.Of(registrant, MeetingCall.Zone(call));
            }
        }

        public void Delete(ApiCall call)
        {
            lock (world.Gate)
            {
                var state = Hosted(call);
                state.Registrants.Remove(Find(state, call).Key);
            }
        }

        private MeetingState Hosted(ApiCall call) => Open(sight.Hosted(call.Caller, call.Path("meetingId"))).State;

        private static (MeetingState State, System.Text.Json.JsonElement Registration) Open(NamedMeeting named) =>
            named.Meeting.Plan.Settings.TryGetProperty("registration", out var registration) ? (named.State, registration) : throw Refusal.BadRequest(Texts.NoRegistration);

        private static Registrant Find(MeetingState state, ApiCall call) =>
            Guid.TryParseExact(call.Path("registrantId"), "N", out var key) && state.Registrants.TryGetValue(key, out var registrant) ? registrant : throw Refusal.NotFound();

        private static string Required(Fields body, string name) => body.Filled(name) ?? throw Refusal.BadRequest(Texts.Invalid(name));

        private static bool Wants(System.Text.Json.JsonElement registration, string name) =>
            registration.TryGetProperty($"require{char.ToUpperInvariant(name[0])}{name[1..]}", out var isRequired) && isRequired.GetBoolean();
    }
}

internal sealed record RegistrantBody(
    string Id, string Status, string RegistrationTime, string FirstName, string LastName, string Email, string? JobTitle, string? CompanyName, string? Address1,
    string? Address2, string? City, string? State, string? ZipCode, string? CountryRegion, string? WorkPhone, string? Fax)
{
    public static RegistrantBody Of(Registrant registrant, string zone)
    {
        return new(
            registrant.Key.ToString("N"), registrant.Status, MeetingTime.Write(registrant.Registered, zone), registrant.FirstName, registrant.LastName, registrant.Email,
            Detail("jobTitle"), Detail("companyName"), Detail("address1"), Detail("address2"), Detail("city"), Detail("state"), Detail("zipCode"),
            Detail("countryRegion"), Detail("workPhone"), Detail("fax"));

        string? Detail(string name) => registrant.Details.GetValueOrDefault(name);
    }
}
