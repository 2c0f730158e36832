using BotHost.Operations;
using BotHost.Testing;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Operations;

/// <summary>The program's verbs: which words are one, whom they ask, and what they say when nobody answers.</summary>
public sealed class VerbTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typed_beside_a_running_host_they_ask_it()
    {
        var (listen, admin) = (ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort());
        await using var host = new ProgramUnderTest(Repository.Program("BotHost"),
        [
            $"--BotHost:Listen=http://127.0.0.1:{listen}", $"--Admin:Listen=http://127.0.0.1:{admin}", "--BotHost:PublicUrl=http://127.0.0.1:9",
            "--Webex:BaseUrl=http://127.0.0.1:9/v1/", "--Webex:AccessToken=a-token", "--Webex:WebhookSecrets=a-secret-of-some-length", $"--Admin:Token={Operator.Token}",
        ]);
        await host.WaitForAsync("Operators reach this host", Cancelled);
        var store = Path.Combine(host.Folder, "data", "bothost.db");

        // As in a shell: nothing but what names the store and the way to the host.
        await using var verb = new ProgramUnderTest(
            Repository.Program("BotHost"), ["store", "backup", "copy.db", "--Storage:ConnectionString", $"Data Source={store}", $"--Admin:Listen=http://127.0.0.1:{admin}"],
            [("Admin__Token", Operator.Token)]);
        await verb.WaitForAsync("is written and checked", Cancelled);
        (await verb.ExitAsync(Cancelled)).ShouldBe((0, ""));

        File.Exists(Path.Combine(verb.Folder, "copy.db")).ShouldBeTrue();
        (await host.WaitForAsync("admin ran store backup", Cancelled)).ShouldNotContain(Operator.Token);
        (await host.InterruptAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Help_tells_all_of_them_and_needs_no_settings()
    {
        await using var help = new ProgramUnderTest(Repository.Program("BotHost"), ["--help"]);
        var said = await help.WaitForAsync("Admin:TokenFile", Cancelled);
        (await help.ExitAsync(Cancelled)).ShouldBe((0, ""));

        foreach (var command in AdminCommands.All)
            said.ShouldContain(command.Usage);
        said.Split('\n').Single(line => line.Contains("inbox stats")).Length.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_host_that_cannot_be_asked_is_told_with_what_to_do()
    {
        await using var bot = await TestBot.StartAsync(settings: Operator.Settings, cancellationToken: Cancelled);
        using var op = new Operator(bot);

        var store = op.Store;
        var none = await Operator.TypeAsync(store, ["inbox", "list"]);
        var wrong = await Operator.TypeAsync(store, ["inbox", "list", "--Admin:Token=not-the-operators-token", $"--Admin:Listen={op.Address}"]);
        var nobody = await Operator.TypeAsync(store, ["inbox", "list", $"--Admin:Token={Operator.Token}", "--Admin:Listen=http://127.0.0.1:9"]);
        var other = await Operator.TypeAsync(store, ["inbox", "list", $"--Admin:Token={Operator.Token}", $"--Admin:Listen={bot.Address}"]);
        var unknown = await Operator.TypeAsync(store, ["inbox", "list", $"--Admin:Token={Operator.Token}", "--Admin:Listen=http://127.0.0.1:0"]);

        foreach (var (answer, said) in new[] { (none, "no Admin:Token is set"), (wrong, "refused the token"), (nobody, "nobody answers"), (other, "answered 404"), (unknown, "Give its port") })
        {
            answer.Code.ShouldBe(1);
            answer.Output.ShouldBeEmpty();
            answer.Errors.ShouldContain(said);
            answer.Errors.ShouldNotContain(Operator.Token);
        }

        bot.ExpectWarnings();
    }

    [Theory]
    [InlineData(true, "inbox", "list")]
    [InlineData(true, "nonsense")]
    [InlineData(true, "--Webex:Proxy=x", "--help")]
    [InlineData(true, "-h")]
    [InlineData(false)]
    [InlineData(false, "--BotHost:Listen", "http://127.0.0.1:1")]
    [InlineData(false, "--BotHost:Listen=http://127.0.0.1:1")]
    [InlineData(false, "/BotHost:Listen=http://127.0.0.1:1")]
    [InlineData(false, "BotHost:Listen=http://127.0.0.1:1")]
    public void What_has_ever_started_a_host_still_does(bool isVerb, params string[] args) => VerbLine.Is(args).ShouldBe(isVerb);

    [Fact]
    public void The_README_tells_every_one_and_the_settings_of_each()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        foreach (var command in AdminCommands.All)
            readme.ShouldContain($"`{command.Usage}`");
    }
}
