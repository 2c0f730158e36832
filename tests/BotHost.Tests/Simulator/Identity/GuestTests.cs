using System.Globalization;

namespace BotHost.Tests.Simulator.Identity;

public sealed class GuestTests
{
    [Fact]
    public async Task A_service_app_vouches_for_guests_each_of_whom_is_one()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        var service = await webex.ServiceAsync();
        var gina = (await service.PostAsync("guests/token", new { subject = "1", displayName = "Gina" })).Ok();
        gina.Text("email").ShouldMatch("^[0-9a-f-]{36}@appid.ciscospark.com$");
        gina.Body.GetProperty("expiresIn").GetInt64().ShouldBe(64_799);
        var first = new Account(webex.Http, gina.Text("accessToken"), default);
        (await first.GetAsync("people/me")).Ok().Text("id").ShouldBe(gina.Text("id"));
        (await first.PostAsync("messages", new { toPersonEmail = webex.Bob.Email, text = "hello" })).Ok();

        var renamed = (await service.PostAsync("guests/token", new { subject = "1", displayName = "Gina Green" })).Ok();
        renamed.Text("id").ShouldBe(gina.Text("id"));
        (await first.GetAsync("people/me")).Ok().Text("displayName").ShouldBe("Gina Green");
        (await webex.Bob.GetAsync("rooms?type=direct")).Ok().Items.Single().GetProperty("title").GetString().ShouldBe("Gina Green");
        (await service.PostAsync("guests/token", new { subject = "2", displayName = "Gus" })).Ok();
        (await CountAsync(service)).ShouldBe(2);
        (await CountAsync(await webex.MintAsync(webex.Alice, ["guest-issuer:read"], kind: "serviceApp", clientId: "other"))).ShouldBe(0);

        async Task<int> CountAsync(Account account)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/guests/count") { Headers = { Authorization = new("Bearer", account.Token) } };
            using var answer = await webex.Http.SendAsync(request, TestContext.Current.CancellationToken);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
            return int.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task A_person_with_the_scope_is_no_service_app()
    {
        await using var webex = await LocalWebex.StartAsync();
        var alice = await webex.MintAsync(webex.Alice, ["guest-issuer:write"]);
        (await alice.PostAsync("guests/token", new { subject = "1", displayName = "Gina" })).Refused(403);
    }

    [Fact]
    public async Task A_guest_issuer_signs_for_its_guests_itself()
    {
        await using var webex = await LocalWebex.StartAsync();
        var login = (await LogInAsync(webex, await webex.GuestTokenAsync("1", "Gina"))).Ok();
        (await new Account(webex.Http, login.Text("token"), default).GetAsync("people/me")).Ok().Text("displayName").ShouldBe("Gina");
        (await LogInAsync(webex, await webex.GuestTokenAsync("1", "Gina", secret: Convert.ToBase64String(new byte[32])))).Refused(401);
        (await LogInAsync(webex, await webex.GuestTokenAsync("1", "Gina", expires: 1_000_000_000))).Refused(401);
        (await LogInAsync(webex, await webex.GuestTokenAsync("", "Gina"))).Refused(401);
        (await LogInAsync(webex, "a.b.c")).Refused(401);
    }

    private static Task<Answer> LogInAsync(LocalWebex webex, string token) => new Account(webex.Http, token, default).SendAsync(HttpMethod.Post, "jwt/login", null);
}
