using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net;

namespace BotHost.Tests.Hosting;

/// <summary>Starting and stopping the programs as a newcomer does, with the mistakes a newcomer makes.</summary>
public sealed class StartTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_playground_says_where_it_listens_and_what_to_try_and_that_works()
    {
        var (webex, host) = (ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort());
        await using var playground = new ProgramUnderTest(Repository.Program("Playground"), Listening(webex, host));

        var said = await playground.WaitForAsync("Ctrl-C", Cancelled);

        said.ShouldContain($"http://127.0.0.1:{webex}");
        said.ShouldContain($"http://127.0.0.1:{host}");
        var alice = said.Split('\n').Single(line => line.TrimStart().StartsWith("alice@example.com ", StringComparison.Ordinal)).Split(' ')[^1];
        said.ShouldContain("dave@elsewhere.example");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{webex}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", alice);
        (await http.PostAsJsonAsync("v1/messages", new { toPersonEmail = "bothost@webex.bot", text = "ping" }, Cancelled)).EnsureSuccessStatusCode();
        (await http.GetAsync("simulator/quiet?timeout=10", Cancelled)).EnsureSuccessStatusCode();
        (await playground.WaitForAsync("ping: Answered", Cancelled)).ShouldNotContain("@");

        (await playground.InterruptAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_shell_holds_for_a_real_deployment_does_not_reach_the_playground()
    {
        await using var playground = new ProgramUnderTest(
            Repository.Program("Playground"), Listening(ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort()),
            [
                ("Webex__AccessToken", "a-real-token"), ("Webex__AccessTokenFile", "/run/secrets/access-token"), ("Webex__Proxy", "http://127.0.0.1:1"),
                ("Webex__WebhookSecretsFile", "/run/secrets/webhook-secrets"), ("Storage__ConnectionStringFile", "/run/secrets/store"),
                ("Access__Default", "Nobody"),
            ]);

        await playground.WaitForAsync("Ctrl-C", Cancelled);

        (await playground.InterruptAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_typed_behind_the_playground_counts_before_its_own_settings()
    {
        var admin = $"http://127.0.0.1:{ProgramUnderTest.FreePort()}";
        await using var playground = new ProgramUnderTest(
            Repository.Program("Playground"),
            [.. Listening(ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort()), $"--Admin:Listen={admin}", "--Admin:Token=a-token-of-operators"]);
        await playground.WaitForAsync("Ctrl-C", Cancelled);

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a-token-of-operators");

        (await http.GetStringAsync($"{admin}/admin/agent/list", Cancelled)).ShouldContain("sentence");
    }

    [Theory]
    [InlineData("Simulator:Listen")]
    [InlineData("BotHost:Listen")]
    public async Task A_taken_port_is_named_with_the_setting_to_change(string setting)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var args = Listening(ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort()).Append($"--{setting}=http://127.0.0.1:{port}");
        await using var playground = new ProgramUnderTest(Repository.Program("Playground"), args);

        var (code, errors) = await playground.ExitAsync(Cancelled);

        code.ShouldBe(1);
        errors.ShouldContain(port.ToString());
        errors.ShouldContain(setting);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Without_settings_the_host_lists_everything_that_is_missing_at_once_and_names_the_playground()
    {
        await using var host = new ProgramUnderTest(Repository.Program("BotHost"), []);

        var (code, errors) = await host.ExitAsync(Cancelled);

        code.ShouldBe(1);
        errors.ShouldContain("Webex:AccessToken");
        errors.ShouldContain("src/Playground");
        errors.ShouldContain("Webex:WebhookSecrets");
        errors.ShouldContain("BotHost:PublicUrl");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_second_host_on_one_store_refuses_to_start_and_names_the_file()
    {
        await using var first = new ProgramUnderTest(Repository.Program("BotHost"), Settings(ProgramUnderTest.FreePort(), "shared.db"));
        await first.WaitForAsync("Webex does not say", Cancelled);
        var file = Path.Combine(first.Folder, "shared.db");

        await using var second = new ProgramUnderTest(Repository.Program("BotHost"), Settings(ProgramUnderTest.FreePort(), file));
        var (code, errors) = await second.ExitAsync(Cancelled);

        code.ShouldBe(1);
        errors.ShouldContain(file);
        (await first.InterruptAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_what_to_do()
    {
        var port = ProgramUnderTest.FreePort();
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "broken.db");
        await File.WriteAllTextAsync(file, "This is no database, whatever its name says. " + new string('x', 5000), Cancelled);

        await using var host = new ProgramUnderTest(Repository.Program("BotHost"), Settings(port, file));
        var (code, errors) = await host.ExitAsync(Cancelled);
        folder.Delete(recursive: true);

        code.ShouldBe(1);
        errors.ShouldContain(file);
        errors.ShouldContain("Storage:ConnectionString");
    }

    [Fact]
    public async Task The_simulator_runs_alone()
    {
        var port = ProgramUnderTest.FreePort();
        await using var simulator = new ProgramUnderTest(Repository.Program("WebexSimulator"), [$"--Simulator:Listen=http://127.0.0.1:{port}"]);

        (await simulator.WaitForAsync("Ctrl-C", Cancelled)).ShouldContain($"http://127.0.0.1:{port}");

        (await simulator.InterruptAsync(Cancelled)).ShouldBe(0);
    }

    private static IEnumerable<string> Listening(int webex, int host) =>
        [$"--Simulator:Listen=http://127.0.0.1:{webex}", $"--BotHost:Listen=http://127.0.0.1:{host}"];

    private static IEnumerable<string> Settings(int port, string file) =>
    [
        $"--BotHost:Listen=http://127.0.0.1:{port}",
        "--BotHost:PublicUrl=http://127.0.0.1:9",
        "--Webex:BaseUrl=http://127.0.0.1:9/v1/",
        "--Webex:AccessToken=a-token",
        "--Webex:WebhookSecrets=a-secret-of-some-length",
        $"--Storage:ConnectionString=Data Source={file}",
    ];
}
