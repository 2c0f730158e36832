using System.Net.Http.Headers;

namespace BotHost.Tests.Hosting;

/// <summary>What the images hold starts the way the images start it.</summary>
public sealed class PublishedOutputTests
{
    [Fact]
    public async Task The_bot_of_the_image_starts_and_keeps_its_data_in_the_volume()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var image = await Image.PublishAsync("Dockerfile", cancelled);
        image.MissingSources.ShouldBeEmpty();
        Directory.EnumerateFiles(image.Folder, "*Simulator*").ShouldBeEmpty();
        var port = ProgramUnderTest.FreePort();
        var data = Path.Combine(image.Folder, "volume");
        var secrets = Path.Combine(image.Folder, "secrets");
        await File.WriteAllTextAsync(secrets, "a-secret-of-some-length\n", cancelled);
        image.Environment.Select(setting => setting.Key).ShouldContain("Storage__ConnectionString");
        image.Environment.ShouldContain(("BotHost__Listen", $"http://0.0.0.0:{image.Port}"));

        await using var host = new ProgramUnderTest(image.Program, [],
        [
            .. image.Environment.Select(setting => (setting.Key, setting.Value.Replace("/data/", data + "/").Replace($"0.0.0.0:{image.Port}", $"127.0.0.1:{port}"))),
            ("BotHost__PublicUrl", "https://bot.example.com"), ("Webex__BaseUrl", "http://127.0.0.1:9/v1/"),
            ("Webex__AccessTokenFile", secrets), ("Webex__WebhookSecretsFile", secrets),
        ]);
        var line = await host.WaitForAsync("Webex does not say", cancelled);

        line.ShouldStartWith("{");
        using var http = new HttpClient();
        (await http.GetStringAsync($"http://127.0.0.1:{port}/health/live", cancelled)).ShouldBe("live\n");
        File.Exists(Path.Combine(data, "bothost.db")).ShouldBeTrue();
        (await host.InterruptAsync(cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task The_simulator_of_the_image_starts_and_keeps_its_state_in_the_volume()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var image = await Image.PublishAsync("deploy/simulator.Dockerfile", cancelled);
        image.MissingSources.ShouldBeEmpty();
        Directory.EnumerateFiles(image.Folder, "BotHost*").ShouldBeEmpty();
        image.Environment.ShouldBe([("Simulator__Listen", $"http://0.0.0.0:{image.Port}")]);
        var data = Directory.CreateDirectory(Path.Combine(image.Folder, "volume"));
        IEnumerable<(string, string)> environment =
        [
            .. image.Environment.Select(setting => (setting.Key, setting.Value.Replace($"0.0.0.0:{image.Port}", "127.0.0.1:0"))),
            ("Simulator__State", Path.Combine(data.FullName, "webex.json")),
        ];

        string token;
        await using (var simulator = new ProgramUnderTest(image.Program, [], environment))
        {
            using var webex = await CallAsync(simulator, cancelled);
            token = webex.DefaultRequestHeaders.Authorization!.Parameter!;
            using var room = await webex.PostAsync("/v1/rooms", new StringContent("""{"title":"Kept"}""", new MediaTypeHeaderValue("application/json")), cancelled);
            room.EnsureSuccessStatusCode();
            (await simulator.InterruptAsync(cancelled)).ShouldBe(0);
        }

        await using var again = new ProgramUnderTest(image.Program, [], environment);
        using var same = await CallAsync(again, cancelled);
        same.DefaultRequestHeaders.Authorization!.Parameter.ShouldBe(token);
        (await same.GetStringAsync("/v1/rooms", cancelled)).ShouldContain("\"Kept\"");
        (await again.InterruptAsync(cancelled)).ShouldBe(0);
    }

    // As a person does: with the address and the first token that it prints.
    private static async Task<HttpClient> CallAsync(ProgramUnderTest simulator, CancellationToken cancellationToken)
    {
        var said = await simulator.WaitForAsync("alice@example.com", cancellationToken);
        var address = said.Split("listens on ")[1].Split(": ")[0];
        return new HttpClient
        {
            BaseAddress = new Uri(address),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", said.Split(' ')[^1]) },
        };
    }
}
