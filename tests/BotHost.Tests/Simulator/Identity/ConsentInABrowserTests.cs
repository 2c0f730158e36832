using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BotHost.Tests.Simulator.Identity;

public sealed class ConsentInABrowserTests
{
    [Fact]
    public async Task Somebody_accepts_with_the_keyboard_alone()
    {
        await using var browser = await Browser.StartAsync();
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var page = await browser.OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, line) => complaints.Add(line.Text);

        // The application's address is the front page: somewhere that answers.
        var callback = $"{webex.Http.BaseAddress}";
        await page.GotoAsync(
            $"{callback}v1/authorize?response_type=code&client_id={app.ClientId}&scope=spark:people_read&state=s&redirect_uri={Uri.EscapeDataString(callback)}");
        (await page.GetByRole(AriaRole.Heading).InnerTextAsync()).ShouldBe("BotHost asks for access");
        await page.GetByLabel("Your account").FocusAsync();
        await page.Keyboard.TypeAsync("Carol");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("accept");
        // Looked out for before the key is pressed: on a busy machine somebody is gone before one could begin to wait.
        var sent = await page.RunAndWaitForRequestAsync(() => page.Keyboard.PressAsync("Enter"), new Regex("[?&]code="));

        var code = Consenting.Parameters(new(sent.Url))["code"];
        var carol = webex.With(await webex.TokenAsync(app, "authorization_code", ("code", code), ("redirect_uri", callback)));
        (await carol.GetAsync("people/me")).Ok().Text("id").ShouldBe(webex.Carol.Id);
        complaints.Where(line => line.Contains("Content Security Policy", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_types_in_a_devices_code_and_declines()
    {
        await using var browser = await Browser.StartAsync();
        await using var webex = await LocalWebex.StartAsync();
        var app = await webex.ApplicationAsync("BotHost");
        var device = (await webex.FormAsync("device/authorize", ("client_id", app.ClientId), ("scope", "spark:rooms_read"))).Ok();
        var page = await browser.OpenAsync();
        await page.GotoAsync(device.Text("verification_uri"));
        await page.GetByLabel("The code your device shows").FillAsync(device.Text("user_code"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Declined" }).WaitForAsync();
        (await webex.PollAsync(app, device.Text("device_code"))).Refused(400);
    }
}
