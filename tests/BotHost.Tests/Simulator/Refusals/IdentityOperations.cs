using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>How tokens are come by, and how they end.</summary>
internal static class IdentityOperations
{
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private const string Refreshing = """{"grant_type":"refresh_token","client_id":"{integration}","client_secret":"{integrationSecret}","refresh_token":"{refreshToken}"}""";
    private const string Coming = "urn:ietf:params:oauth:grant-type:device_code";

    private static readonly string Polling =
        $$"""{"grant_type":"{{Coming}}","client_id":"{integration}","client_secret":"{integrationSecret}","device_code":"{acceptedDevice}"}""";

    public static readonly Operation[] All =
    [
        new("GET", "authorize", "response_type client_id redirect_uri scope state code_challenge code_challenge_method nonce prompt login_hint max_age",
            "response_type=code&client_id={integration}&redirect_uri=http://127.0.0.1:9/&scope=spark:rooms_read", isOpen: true)
        {
            { 400, BadClientId, new { client_id = Nothing }, new { client_id = "x" }, new { client_id = "{serviceApp}" } },
            { 400, null, new { redirect_uri = Nothing }, new { redirect_uri = "no address" }, new { redirect_uri = "https://127.0.0.1/" } },
            { 400, null, new { redirect_uri = "http://example.com/" }, new { redirect_uri = "http://127.0.0.1:9/#a" }, new { redirect_uri = "http://a@127.0.0.1:9/" } },
            { 302, "unsupported_response_type", new { response_type = Nothing }, new { response_type = "token" } },
            { 302, "invalid_scope", new { scope = Nothing }, new { scope = "" }, new { scope = "spark:everything" }, new { scope = "spark:rooms_read spark-admin:people_read" } },
            { 302, "invalid_request", new { scope = "openid" }, new { scope = "openid", nonce = "" } },
            { 302, "invalid_request", new { code_challenge = Challenge }, new { code_challenge_method = "S256" }, new { code_challenge = "x", code_challenge_method = "S256" } },
            { 302, "invalid_request", new { code_challenge = Challenge, code_challenge_method = "plain" } },
            { 302, "login_required", new { prompt = "none" } },
            { 302, "invalid_request", new { prompt = "perhaps" }, new { max_age = "-1" }, new { max_age = "soon" } },
        },
        new("POST", "access_token", "grant_type client_id client_secret code redirect_uri code_verifier refresh_token", body: Refreshing, isOpen: true)
        {
            NoTexts("grant_type", "client_id", "client_secret", "refresh_token"),
            { 401, BadClientId, new { client_id = Nothing }, new { client_id = "x" } },
            { 401, null, new { client_secret = Nothing }, new { client_secret = "x" }, new { client_id = "{serviceApp}" } },
            { 400, null, new { grant_type = Nothing }, new { grant_type = "password" }, new { refresh_token = Nothing }, new { refresh_token = "x" } },
            { 400, null, new { client_id = "{serviceApp}", client_secret = "{serviceAppSecret}" } },
            { 400, null, new { grant_type = "authorization_code", code = Nothing }, new { grant_type = "authorization_code", code = "x", redirect_uri = "http://127.0.0.1:9/" } },
            { 400, null, new { grant_type = "authorization_code", code = "x", code_verifier = "x" } },
        },
        new("POST", "device/authorize", "client_id scope", body: """{"client_id":"{integration}","scope":"spark:rooms_read"}""", isOpen: true)
        {
            NoTexts("client_id", "scope"),
            { 401, BadClientId, new { client_id = Nothing }, new { client_id = "x" }, new { client_id = "{serviceApp}" } },
            { 400, null, new { scope = Nothing }, new { scope = "" }, new { scope = "spark:everything" }, new { scope = "openid" } },
        },
        new("POST", "device/token", "grant_type client_id client_secret device_code", body: Polling, isOpen: true)
        {
            NoTexts("grant_type", "client_id", "client_secret", "device_code"),
            { 401, BadClientId, new { client_id = Nothing }, new { client_id = "x" } },
            { 401, null, new { client_secret = Nothing }, new { client_secret = "x" } },
            { 400, null, new { grant_type = Nothing }, new { grant_type = "device_code" }, new { device_code = Nothing }, new { device_code = "x" } },
            { 400, null, new { device_code = "{declinedDevice}" }, new { client_id = "{serviceApp}", client_secret = "{serviceAppSecret}" } },
            { 428, null, new { device_code = "{device}" } },
        },
        new("POST", "jwt/login", by: "issuer", isOpen: true)
        {
            { "nobody", 401, NoToken, new { } },
            { "stranger", 401, NoToken, new { } },
            { "carol", 401, NoToken, new { } },
        },
        new("POST", "applications/{applicationId}/token", "clientId clientSecret targetOrgId", "applicationId={serviceAppId}",
            """{"clientId":"{serviceApp}","clientSecret":"{serviceAppSecret}","targetOrgId":"{carolsOrganisation}"}""", by: "alice")
        {
            NoTexts("clientId", "clientSecret", "targetOrgId"),
            { 400, Invalid("clientId"), new { clientId = Nothing }, new { clientId = "" } },
            { 400, Invalid("clientSecret"), new { clientSecret = Nothing }, new { clientSecret = "" } },
            { 400, Invalid("targetOrgId"), new { targetOrgId = Nothing }, new { targetOrgId = "" } },
            { 404, NotFound, new { applicationId = "none" }, new { applicationId = "{application}" } },
            { 401, null, new { clientId = "none" }, new { clientId = "{integration}" }, new { clientSecret = "none" } },
            { 403, null, new { targetOrgId = "none" }, new { targetOrgId = "{davesOrganisation}" } },
        },
        new("POST", "guests/token", "subject displayName", body: """{"subject":"guest-1","displayName":"Gina"}""", by: "service")
        {
            NoTexts("subject", "displayName"),
            { 400, Invalid("subject"), new { subject = Nothing }, new { subject = "" } },
            { 400, Invalid("displayName"), new { displayName = Nothing }, new { displayName = "" } },
            { "alice", 403, MissingScope("guest-issuer:write"), new { } },
        },
        new("GET", "guests/count", by: "service")
        {
            { "alice", 403, MissingScope("guest-issuer:read"), new { } },
        },
        new("GET", "authorizations", "personId personEmail", "personId={bob}", by: "alice")
        {
            { 400, NoPerson, new { personId = Nothing }, new { personEmail = "bob@example.com" } },
            Unknown("personId", "PEOPLE", PersonNotFound),
            { 404, PersonNotFound, new { personId = Nothing, personEmail = "nobody@example.com" } },
            { 403, null, new { personId = "{dave}" } },
        },
        new("DELETE", "authorizations/{authorizationId}", arguments: "authorizationId={authorization}", by: "alice")
        {
            Unknown("authorizationId", "AUTHORIZATION"),
        },
        new("DELETE", "authorizations", "clientId orgId", "clientId={integration}", by: "alice")
        {
            { 400, Required("clientId"), new { clientId = Nothing }, new { clientId = "" } },
            { 404, NotFound, new { clientId = "none" } },
            { 403, null, new { orgId = "none" }, new { orgId = "{davesOrganisation}" } },
        },
    ];
}
