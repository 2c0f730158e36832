using System.Net;

namespace BotHost.Tests.Simulator.Identity;

public sealed class DeviceTests
{
    [Fact]
    public async Task A_device_waits_until_somebody_has_typed_in_its_code()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var app = await webex.ApplicationAsync("BotHost");
        var device = await BeginAsync(webex, app);
        device.Text("user_code").ShouldMatch("^[0-9]{6}$");
        device.Body.GetProperty("expires_in").GetInt32().ShouldBe(300);
        device.Body.GetProperty("interval").GetInt32().ShouldBe(2);

        (await webex.PollAsync(app, device.Text("device_code"))).Refused(428);
        clock.Advance(TimeSpan.FromSeconds(2));
        (await webex.PollAsync(app, device.Text("device_code"))).Refused(428);
        (await webex.AnswerDeviceAsync(device, webex.Bob.Email, accept: true)).ShouldContain("go back to your device");

        var tokens = (await webex.PollAsync(app, device.Text("device_code"))).Ok();
        (await webex.With(tokens).GetAsync("people/me")).Refused(403);
        (await webex.With(tokens).GetAsync("rooms")).Ok();
        (await webex.RefreshAsync(app, tokens.Text("refresh_token"))).Ok();
        (await webex.PollAsync(app, device.Text("device_code"))).Refused(400);
    }

    [Fact]
    public async Task A_device_that_asks_too_often_must_ask_less_often_still()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var app = await webex.ApplicationAsync("BotHost");
        var code = (await BeginAsync(webex, app)).Text("device_code");
        var pending = await SaidAsync();
        (await SaidAsync()).ShouldNotBe(pending);
        clock.Advance(TimeSpan.FromSeconds(6));
        (await SaidAsync()).ShouldNotBe(pending, "Now the interval is seven seconds.");
        clock.Advance(TimeSpan.FromSeconds(12));
        (await SaidAsync()).ShouldBe(pending);

        async Task<string> SaidAsync() => (await webex.PollAsync(app, code)).Text("message");
    }

    [Fact]
    public async Task A_code_lasts_five_minutes_and_a_refusal_is_final()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var app = await webex.ApplicationAsync("BotHost");
        var (late, declined) = (await BeginAsync(webex, app), await BeginAsync(webex, app));
        await webex.AnswerDeviceAsync(declined, webex.Bob.Email, accept: false);
        (await webex.PollAsync(app, declined.Text("device_code"))).Refused(400);
        clock.Advance(TimeSpan.FromSeconds(300));
        (await webex.PollAsync(app, late.Text("device_code"))).Refused(400);
        foreach (var path in new[] { new Uri(late.Text("verification_uri_complete")).PathAndQuery, "/verify?user_code=000000" })
        {
            using var page = await webex.Http.GetAsync(path, TestContext.Current.CancellationToken);
            page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        (await webex.Http.GetStringAsync("/verify", TestContext.Current.CancellationToken)).ShouldContain("""<label for="user_code">""");
    }

    private static async Task<Answer> BeginAsync(LocalWebex webex, App app) =>
        (await webex.FormAsync("device/authorize", ("client_id", app.ClientId), ("scope", "spark:rooms_read"))).Ok();
}
