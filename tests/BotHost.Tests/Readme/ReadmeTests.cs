using System.Diagnostics;
using System.Text.RegularExpressions;
using BotHost.Testing;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Readme;

/// <summary>What the README tells people to type is typed.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_first_bot_answers_in_the_local_Webex()
    {
        await using var webex = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        await using var bot = new ProgramUnderTest(
            Path.Combine(Repository.Root, "tests", "FirstBot", "bin", Repository.BuiltAs, "FirstBot.dll"), [$"--BotHost:Listen=http://127.0.0.1:{ProgramUnderTest.FreePort()}"],
            [
                ("Webex__BaseUrl", webex.Webex.Urls.First() + "/v1/"), ("Webex__AccessToken", webex.Person(TestBot.BotEmail).Account.Token),
                ("Webex__WebhookSecrets", "a-secret-of-some-length"), ("BotHost__PublicUrl", "http://127.0.0.1:0"), ("Access__Default", "Everyone"),
                ("BotHost__Name", "first"),
            ]);
        await bot.WaitForAsync("Ready", Cancelled);

        await webex.Person("alice@example.com").SayAsync("celsius 451", Cancelled);
        await PostedAsync(webex.Webex.Urls.First(), 1);

        (await webex.Person("alice@example.com").DirectAsync(Cancelled)).ShouldContain(message => message.Text == "451 °F is 232.8 °C.");
    }

    [Fact]
    public async Task Its_commands_to_try_do_what_it_says()
    {
        Needs.Program("curl", "curl");
        Needs.Program("bash", "bash");
        var (webex, host) = (ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort());
        await using var playground = new ProgramUnderTest(
            Repository.Program("Playground"), [$"--Simulator:Listen=http://127.0.0.1:{webex}", $"--BotHost:Listen=http://127.0.0.1:{host}"]);
        await playground.WaitForAsync("Ctrl-C", Cancelled);

        var said = new List<string>();
        var asked = 0;
        foreach (Match command in Curls().Matches(Blocks("bash").Single(block => block.Contains("curl") && block.Contains("7070")).Replace("7070", webex.ToString())))
        {
            said.Add(await RunAsync(command.Value));
            // As long as a person takes to type the next.
            if (command.Value.Contains(" -d "))
                await PostedAsync($"http://127.0.0.1:{webex}", ++asked);
        }

        said.Count.ShouldBe(4);
        said[1].ShouldContain("space create");
        said[3].ShouldContain("\"title\":\"Unicorn\"");
    }

    /// <summary>Waits until the bot has said so much.</summary>
    private static async Task PostedAsync(string webex, int count)
    {
        using var http = new HttpClient();
        (await http.GetAsync(
            $"{webex}/simulator/ledger/await?kind=call&method=POST&route=/messages&person={TestBot.BotEmail}&status=2xx&count={count}&timeout=30", Cancelled))
            .EnsureSuccessStatusCode();
    }

    private static async Task<string> RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", command]) { RedirectStandardOutput = true })!;
        var said = await shell.StandardOutput.ReadToEndAsync(Cancelled);
        await shell.WaitForExitAsync(Cancelled);
        shell.ExitCode.ShouldBe(0, command);
        return said;
    }

    private static IEnumerable<string> Blocks(string language) =>
        Fences().Matches(Readme).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^curl (?:.*\\\n)*.*$", RegexOptions.Multiline)]
    private static partial Regex Curls();
}
