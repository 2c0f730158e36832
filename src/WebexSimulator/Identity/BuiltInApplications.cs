using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>The applications that are there from the start: three of ours, and those of the settings. The same seed makes the same ids and secrets.</summary>
internal static class BuiltInApplications
{
    private static readonly ApplicationOptions[] BuiltInIntegrations =
    [
        new() { Name = "BotHost", RedirectUris = ["http://127.0.0.1", "http://localhost", "http://[::1]"], Scopes = string.Join(' ', Usual()) },
    ];

    private static readonly ApplicationOptions[] BuiltInServiceApps =
    [
        new()
        {
            Name = "Service",
            Scopes = "spark:all spark:messages_read spark:messages_write spark:rooms_read spark:rooms_write spark:memberships_read spark:memberships_write "
                + "spark:people_read spark-admin:people_read spark-admin:people_write guest-issuer:read guest-issuer:write meeting:admin_schedule_read meeting:admin_schedule_write",
        },
    ];

    private static readonly ApplicationOptions[] BuiltInGuestIssuers = [new() { Name = "Guests" }];

    public static IEnumerable<Application> All(SimulatorOptions options) =>
    [
        .. BuiltInIntegrations.Concat(options.Integrations).Select(one => New(ApplicationKind.Integration, one, options.Seed)),
        .. BuiltInServiceApps.Concat(options.ServiceApps).Select(one => New(ApplicationKind.ServiceApp, one, options.Seed)),
        .. BuiltInGuestIssuers.Select(one => New(ApplicationKind.GuestIssuer, one, options.Seed)),
    ];

    public static Application New(ApplicationKind kind, ApplicationOptions wanted, int seed) => new()
    {
        Kind = kind,
        Name = wanted.Name,
        ClientId = Filled(wanted.ClientId) ?? "C" + Seeded.Hex(seed, $"client/{kind}/{wanted.Name}"),
        ClientSecret = Filled(wanted.ClientSecret) ?? Seeded.Hex(seed, $"secret/{kind}/{wanted.Name}"),
        OwnerKey = Accounts.KeyOf(Accounts.FirstEmail, seed),
        RedirectUris = [.. wanted.RedirectUris],
        Scopes = GrantedScopes.Read(wanted.Scopes),
    };

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;

    // What a person can do with messages and meetings; nothing of an administrator's.
    private static IEnumerable<string> Usual()
    {
        yield return "spark:all";
        yield return "spark:people_read";
        foreach (var resource in new[] { "messages", "rooms", "memberships", "teams", "team_memberships" })
        {
            yield return $"spark:{resource}_read";
            yield return $"spark:{resource}_write";
        }
        yield return "spark:applications_token";
        foreach (var resource in new[] { "schedules", "participants", "recordings", "preferences", "controls" })
        {
            yield return $"meeting:{resource}_read";
            yield return $"meeting:{resource}_write";
        }
        yield return "meeting:transcripts_read";
        yield return "meeting:summaries_read";
    }
}
