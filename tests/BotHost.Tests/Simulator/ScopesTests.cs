using Microsoft.AspNetCore.Routing;
using WebexSimulator;
using WebexSimulator.Tokens;

namespace BotHost.Tests.Simulator;

public sealed class ScopesTests
{
    private static readonly (string Method, string Path, string Scope)[] Operations =
    [
        ("GET", "messages?roomId=x", "spark:messages_read"),
        ("GET", "messages/direct?personId=x", "spark:messages_read"),
        ("GET", "messages/x", "spark:messages_read"),
        ("POST", "messages", "spark:messages_write"),
        ("PUT", "messages/x", "spark:messages_write"),
        ("DELETE", "messages/x", "spark:messages_write"),
        ("GET", "contents/x", "spark:messages_read"),
        ("POST", "attachment/actions", "spark:messages_write"),
        ("GET", "attachment/actions/x", "spark:messages_read"),
        ("GET", "rooms", "spark:rooms_read"),
        ("POST", "rooms", "spark:rooms_write"),
        ("GET", "rooms/x", "spark:rooms_read"),
        ("GET", "rooms/x/meetingInfo", "spark:rooms_read"),
        ("PUT", "rooms/x", "spark:rooms_write"),
        ("DELETE", "rooms/x", "spark:rooms_write"),
        ("GET", "room/tabs?roomId=x", "spark:rooms_read"),
        ("POST", "room/tabs", "spark:rooms_write"),
        ("GET", "room/tabs/x", "spark:rooms_read"),
        ("PUT", "room/tabs/x", "spark:rooms_write"),
        ("DELETE", "room/tabs/x", "spark:rooms_write"),
        ("GET", "memberships", "spark:memberships_read"),
        ("POST", "memberships", "spark:memberships_write"),
        ("GET", "memberships/x", "spark:memberships_read"),
        ("PUT", "memberships/x", "spark:memberships_write"),
        ("PATCH", "memberships/x", "spark:memberships_write"),
        ("DELETE", "memberships/x", "spark:memberships_write"),
        ("GET", "people?id=x", "spark:people_read"),
        ("GET", "people/me", "spark:people_read"),
        ("GET", "people/x", "spark:people_read"),
        ("GET", "teams", "spark:teams_read"),
        ("POST", "teams", "spark:teams_write"),
        ("GET", "teams/x", "spark:teams_read"),
        ("PUT", "teams/x", "spark:teams_write"),
        ("DELETE", "teams/x", "spark:teams_write"),
        ("GET", "team/memberships?teamId=x", "spark:team_memberships_read"),
        ("POST", "team/memberships", "spark:team_memberships_write"),
        ("GET", "team/memberships/x", "spark:team_memberships_read"),
        ("PUT", "team/memberships/x", "spark:team_memberships_write"),
        ("DELETE", "team/memberships/x", "spark:team_memberships_write"),
        ("GET", "meetings", "meeting:schedules_read"),
        ("POST", "meetings", "meeting:schedules_write"),
        ("GET", "meetings/x", "meeting:schedules_read"),
        ("PUT", "meetings/x", "meeting:schedules_write"),
        ("PATCH", "meetings/x", "meeting:schedules_write"),
        ("DELETE", "meetings/x", "meeting:schedules_write"),
        ("POST", "meetings/x/end", "meeting:schedules_write"),
        ("GET", "meetings/x/registrants", "meeting:schedules_read"),
        ("POST", "meetings/x/registrants", "meeting:schedules_write"),
        ("GET", "meetings/x/registrants/x", "meeting:schedules_read"),
        ("DELETE", "meetings/x/registrants/x", "meeting:schedules_write"),
        ("GET", "meetingInvitees?meetingId=x", "meeting:schedules_read"),
        ("POST", "meetingInvitees", "meeting:schedules_write"),
        ("POST", "meetingInvitees/bulkInsert", "meeting:schedules_write"),
        ("GET", "meetingInvitees/x", "meeting:schedules_read"),
        ("PUT", "meetingInvitees/x", "meeting:schedules_write"),
        ("DELETE", "meetingInvitees/x", "meeting:schedules_write"),
        ("GET", "meetingParticipants?meetingId=x", "meeting:participants_read"),
        ("POST", "meetingParticipants/query?meetingId=x", "meeting:participants_read"),
        ("GET", "meetingParticipants/x", "meeting:participants_read"),
        ("PUT", "meetingParticipants/x", "meeting:participants_write"),
        ("POST", "meetingParticipants/admit", "meeting:participants_write"),
        ("POST", "meetingParticipants/callout", "meeting:participants_write"),
        ("POST", "meetingParticipants/cancelCallout", "meeting:participants_write"),
        ("GET", "recordings", "meeting:recordings_read"),
        ("GET", "recordings/x", "meeting:recordings_read"),
        ("DELETE", "recordings/x", "meeting:recordings_write"),
        ("POST", "recordings/x/accessList", "meeting:recordings_write"),
        ("GET", "meetingTranscripts", "meeting:transcripts_read"),
        ("GET", "meetingTranscripts/x/download", "meeting:transcripts_read"),
        ("GET", "meetingTranscripts/x/snippets", "meeting:transcripts_read"),
        ("GET", "meetingTranscripts/x/snippets/x", "meeting:transcripts_read"),
        ("PUT", "meetingTranscripts/x/snippets/x", "meeting:transcripts_write"),
        ("DELETE", "meetingTranscripts/x", "meeting:transcripts_write"),
        ("GET", "meetingSummaries?meetingId=x", "meeting:summaries_read"),
        ("DELETE", "meetingSummaries/x", "meeting:summaries_write"),
        ("GET", "meetingPreferences/sites", "meeting:preferences_read"),
        ("PUT", "meetingPreferences/sites?defaultSite=true", "meeting:preferences_write"),
    ];

    [Fact]
    public async Task Every_operation_takes_its_scope_and_no_other_will_do()
    {
        await using var webex = await LocalWebex.StartAsync();
        var all = Operations.Select(operation => operation.Scope).Distinct().ToArray();
        foreach (var scope in all)
        {
            var (with, without) = (await webex.MintAsync(webex.Bob, [scope]), await webex.MintAsync(webex.Bob, [.. all.Except([scope])]));
            foreach (var (method, path, _) in Operations.Where(operation => operation.Scope == scope))
            {
                (await SendAsync(without, method, path)).Refused(403, $"Missing required scope: {scope}");
                var answer = await SendAsync(with, method, path);
                (answer.Has("message") ? answer.Text("message") : "").ShouldNotStartWith("Missing required scope", Case.Sensitive, $"{method} {path}");
            }
        }
    }

    [Fact]
    public void No_operation_is_without_its_line_in_the_table()
    {
        var app = SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0"]);
        var operations = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal))
            .Select(endpoint => (Method: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(), Route: endpoint.RoutePattern.RawText!))
            .ToList();
        operations.Count.ShouldBeGreaterThan(Operations.Length);
        operations.Where(operation => Scopes.Of(operation.Method, operation.Route) is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("messages", "spark:messages_read")]
    [InlineData("memberships", "spark:memberships_read")]
    [InlineData("rooms", "spark:rooms_read")]
    [InlineData("attachmentActions", "spark:messages_read")]
    [InlineData("meetings", "meeting:schedules_read")]
    [InlineData("meetingParticipants", "meeting:participants_read", "joined")]
    [InlineData("recordings", "meeting:recordings_read")]
    [InlineData("meetingTranscripts", "meeting:transcripts_read")]
    public async Task A_webhook_takes_the_read_scope_of_what_it_watches(string resource, string scope, string happening = "created")
    {
        await using var webex = await LocalWebex.StartAsync();
        var hook = new { name = "x", targetUrl = "http://127.0.0.1:1/", resource, @event = happening };
        var with = await webex.MintAsync(webex.Bob, [scope]);
        (await with.PostAsync("webhooks", hook)).Ok();
        (await with.GetAsync("webhooks")).Ok().Items.Count.ShouldBe(1);
        (await (await webex.MintAsync(webex.Bob, [])).PostAsync("webhooks", hook)).Refused(403, $"Missing required scope: {scope}");
        (await with.PostAsync("webhooks", new { hook.name, hook.targetUrl, resource = "all", @event = "all" })).Refused(403);
    }

    [Fact]
    public async Task Of_an_administrators_powers_a_token_has_those_of_its_scopes()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.RoomAsync(webex.Carol);
        var narrow = await webex.MintAsync(webex.Alice, ["spark:all"]);
        (await narrow.GetAsync("people")).Refused(400);
        (await narrow.GetAsync("memberships?personEmail=carol@example.com")).Refused(403);
        var wide = await webex.MintAsync(webex.Alice, ["spark-admin:people_read", "spark-compliance:memberships_read"]);
        (await wide.GetAsync("people")).Ok();
        (await wide.GetAsync("memberships?personEmail=carol@example.com")).Ok().Items.Count.ShouldBe(1);
        (await wide.GetAsync("rooms")).Refused(403);
    }

    [Theory]
    [InlineData("meetings", "started", "meeting:admin_schedule_read")]
    [InlineData("meetingParticipants", "joined", "meeting:admin_participants_read")]
    [InlineData("recordings", "created", "meeting:admin_recordings_read")]
    [InlineData("recordings", "deleted", "spark-compliance:meetings_read", "meeting:admin_recordings_read")]
    [InlineData("meetingTranscripts", "created", "meeting:admin_transcripts_read")]
    public async Task A_webhook_for_all_meetings_of_an_organisation_takes_an_administrators_scope(string resource, string happening, string scope, string? named = null)
    {
        await using var webex = await LocalWebex.StartAsync();
        var hook = new { name = "x", targetUrl = "http://127.0.0.1:1/", resource, @event = happening, ownedBy = "org" };
        (await (await webex.MintAsync(webex.Alice, [scope])).PostAsync("webhooks", hook)).Ok().Text("ownedBy").ShouldBe("org");
        (await (await webex.MintAsync(webex.Alice, ["meeting:schedules_read", "meeting:participants_read", "meeting:recordings_read", "meeting:transcripts_read"]))
            .PostAsync("webhooks", hook)).Refused(403, $"Missing required scope: {named ?? scope}");
        (await (await webex.MintAsync(webex.Bob, [scope])).PostAsync("webhooks", hook)).Refused(403);
    }

    [Fact]
    public async Task Bots_have_no_scopes_of_meetings()
    {
        await using var webex = await LocalWebex.StartAsync();
        var hook = new { name = "x", targetUrl = "http://127.0.0.1:1/", resource = "meetings", @event = "created" };
        (await webex.Bot.PostAsync("webhooks", hook)).Refused(403, "Missing required scope: meeting:schedules_read");
        foreach (var (method, path, scope) in Operations.Where(operation => operation.Scope.StartsWith("meeting:", StringComparison.Ordinal)))
            (await SendAsync(webex.Bot, method, path)).Refused(403, $"Missing required scope: {scope}");
    }

    [Fact]
    public async Task A_token_ends_when_it_says()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var token = await webex.MintAsync(webex.Bob, expiresIn: 60);
        token.Token.ShouldMatch("^sim_bob-[0-9a-f]{12}_[0-9a-f-]{36}$");
        (await token.GetAsync("authorizations/tokenExpiry")).Ok().Body.GetProperty("exp").GetInt64()
            .ShouldBe(clock.GetUtcNow().AddSeconds(60).ToUnixTimeMilliseconds());
        clock.Advance(TimeSpan.FromSeconds(59));
        (await token.GetAsync("people/me")).Ok();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await token.GetAsync("people/me")).Refused(401);
        (await webex.Bob.GetAsync("people/me")).Ok();
    }

    [Theory]
    [InlineData("personal", 43_200)]
    [InlineData("integration", 1_209_599)]
    [InlineData("service_app", 1_209_599)]
    [InlineData("guest", 64_799)]
    public async Task Every_kind_of_token_lives_as_long_as_documented(string kind, int seconds)
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var token = await webex.MintAsync(webex.Bob, kind: kind);
        (await token.GetAsync("authorizations/tokenExpiry")).Ok().Body.GetProperty("exp").GetInt64()
            .ShouldBe(clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds());
    }

    private static Task<Answer> SendAsync(Account account, string method, string path) =>
        account.SendAsync(new(method), path, method is "POST" or "PUT" or "PATCH" ? System.Net.Http.Json.JsonContent.Create(new { }) : null);
}
