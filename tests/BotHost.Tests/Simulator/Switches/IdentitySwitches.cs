using System.Text.Json;
using BotHost.Tests.Simulator.Identity;

namespace BotHost.Tests.Simulator.Switches;

/// <summary>Those about tokens, people and events.</summary>
internal static class IdentitySwitches
{
    public static readonly IReadOnlyList<SwitchCase> All =
    [
        new("RefreshTokensRotate", "true", true, false, async webex =>
        {
            var (app, first) = await FirstAsync(webex);
            return (await webex.RefreshAsync(app, first)).Ok().Text("refresh_token") == first;
        }),
        new("RefreshTokensAreRenewed", "true", true, false, async webex =>
        {
            var (app, first) = await FirstAsync(webex);
            await webex.ClockAsync(new { run = false, advance = "1.00:00:00" });
            return Number((await webex.RefreshAsync(app, first)).Ok(), "refresh_token_expires_in") <= 7_775_999 - 86_400;
        }),
        new("RefreshEndsOlderAccessTokens", "true", 200, 401, async webex =>
        {
            var app = await webex.ApplicationAsync("BotHost");
            var first = await webex.ConsentAsync(webex.Bob, app);
            (await webex.RefreshAsync(app, Text(first, "refresh_token"))).Ok();
            return await new Account(webex.Http, Text(first, "access_token"), default).StatusAsync("people/me");
        }),
        new("TokensSayTheirScopes", "false", true, false, async webex =>
        {
            var (app, first) = await FirstAsync(webex);
            return (await webex.RefreshAsync(app, first)).Ok().Has("scope");
        }),
        new("InvalidClientStatus", "400", 401, 400, async webex =>
            StatusOf(await webex.RefreshAsync(await webex.ApplicationAsync("BotHost") with { ClientSecret = "wrong" }, "x"))),
        new("AuthorizationCodeSeconds", "60", 200, 400, async webex =>
        {
            var app = await webex.ApplicationAsync("BotHost");
            var code = await webex.CodeAsync(app, webex.Bob);
            await webex.ClockAsync(new { run = false, advance = "00:02:00" });
            return StatusOf(await webex.RedeemAsync(app, code));
        }),
        new("ReusedCodesRevokeTokens", "true", 200, 401, async webex =>
        {
            var app = await webex.ApplicationAsync("BotHost");
            var code = await webex.CodeAsync(app, webex.Bob);
            var bob = webex.With(await webex.RedeemAsync(app, code));
            (await webex.RedeemAsync(app, code)).Refused(400);
            return await bob.StatusAsync("people/me");
        }),
        new("LastAdministratorMayGo", "true", 400, 204, async webex => StatusOf(await webex.Alice.DeleteAsync($"people/{webex.Alice.Id}"))),
        new("UnknownLicencesAreRefused", "true", 200, 400, async webex =>
            StatusOf(await webex.Alice.PostAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin", licenses = new[] { "none" } }))),
        new("NewPeopleArePending", "true", "active", "pending", async webex =>
            (await webex.Alice.PostAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin" })).Ok().Text("status")),
        new("PeopleUpdateAnswers204", "true", 200, 204, async webex => StatusOf(await webex.Alice.PutAsync($"people/{webex.Bob.Id}", new { displayName = "Bob" }))),
        new("DeletedPeopleLeaveTheirRooms", "false", 1, 2, async webex =>
        {
            var room = await webex.RoomAsync(webex.Alice, webex.Bob);
            (await webex.Alice.DeleteAsync($"people/{webex.Bob.Id}")).Deleted();
            return (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Items.Count;
        }),
        new("EventsAreOldestFirst", "true", "memberships", "rooms", async webex =>
        {
            await webex.RoomAsync(webex.Alice);
            return (await webex.Alice.GetAsync("events")).Ok().Items[0].GetProperty("resource").GetString()!;
        }),
        new("DeviceSlowDownStatus", "400", 428, 400, async webex =>
        {
            var app = await webex.ApplicationAsync("BotHost");
            await webex.ClockAsync(new { run = false });
            var device = await webex.DeviceAsync(app, accept: null);
            (await webex.PollAsync(app, device)).Refused(428);
            return StatusOf(await webex.PollAsync(app, device));
        }),
    ];

    private static async Task<(App App, string RefreshToken)> FirstAsync(LocalWebex webex)
    {
        var app = await webex.ApplicationAsync("BotHost");
        return (app, Text(await webex.ConsentAsync(webex.Bob, app), "refresh_token"));
    }

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;

    private static long Number(Answer answer, string name) => answer.Body.GetProperty(name).GetInt64();

    private static int StatusOf(Answer answer) => (int)answer.Status;
}
