using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BotHost.Tests.Hosting;

/// <summary>
/// Keeps the Dockerfile honest without a container engine: what it publishes is published, and started with its command, its
/// environment and compose's, from another folder, where nothing but the published output can help it.
/// </summary>
public sealed partial class PublishedOutputTests
{
    [Fact]
    public async Task What_the_image_holds_starts_the_way_the_image_starts_it()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var dockerfile = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Dockerfile"), cancelled);
        var output = Directory.CreateTempSubdirectory("bothost-publish-");
        var publish = Process.Start(new ProcessStartInfo(
            "dotnet", [.. Publish().Match(dockerfile).Groups[1].Value.Replace("--no-restore ", "").Replace("/app", output.FullName).Split(' ')])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync(cancelled);
        await publish.WaitForExitAsync(cancelled);
        publish.ExitCode.ShouldBe(0, said);

        Directory.EnumerateFiles(output.FullName, "*Simulator*").ShouldBeEmpty();
        var port = ProgramUnderTest.FreePort();
        var data = Path.Combine(output.FullName, "volume");
        var secrets = Path.Combine(output.FullName, "secrets");
        await File.WriteAllTextAsync(secrets, "a-secret-of-some-length\n", cancelled);
        var environment = Settings().Matches(Environment().Match(dockerfile).Value).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim('"')))
            .Select(e => (e.Item1, e.Item2.Replace("/data/", data + "/").Replace("0.0.0.0:5080", $"127.0.0.1:{port}")))
            .Concat(
            [
                ("BotHost__PublicUrl", "https://bot.example.com"), ("Webex__BaseUrl", "http://127.0.0.1:9/v1/"),
                ("Webex__AccessTokenFile", secrets), ("Webex__WebhookSecretsFile", secrets),
            ]).ToList();
        environment.Select(e => e.Item1).ShouldContain("Storage__ConnectionString");

        await using var host = new ProgramUnderTest(
            Path.Combine(output.FullName, EntryPoint().Match(dockerfile).Groups[1].Value), [], environment);
        var line = await host.WaitForAsync("Webex does not say", cancelled);

        line.ShouldStartWith("{");
        using var http = new HttpClient();
        (await http.GetStringAsync($"http://127.0.0.1:{port}/health/live", cancelled)).ShouldBe("live\n");
        File.Exists(Path.Combine(data, "bothost.db")).ShouldBeTrue();
        (await host.InterruptAsync(cancelled)).ShouldBe(0);
        output.Delete(recursive: true);
    }

    [GeneratedRegex(@"RUN dotnet (publish .*?) \\")]
    private static partial Regex Publish();

    [GeneratedRegex(@"^ENV ((?:.*\\\n)*.*)", RegexOptions.Multiline)]
    private static partial Regex Environment();

    [GeneratedRegex("""([A-Za-z_]+)=("[^"]*"|\S+)""")]
    private static partial Regex Settings();

    [GeneratedRegex("""ENTRYPOINT \["dotnet", "(.*)"\]""")]
    private static partial Regex EntryPoint();
}
