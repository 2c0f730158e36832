using BotHost.Operations;

namespace BotHost.Tests.Door;

/// <summary>Without a usable secret the door does not open, and the message says which setting and what to do.</summary>
public sealed class StartUpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-door-");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(" ; ;; ")]
    public async Task No_secret(string secrets)
    {
        var message = await StartAsync(("Webex:WebhookSecrets", secrets));

        message.ShouldContain("Webex:WebhookSecrets is empty");
        message.ShouldContain("openssl rand");
        message.ShouldContain("Webex__WebhookSecrets");
    }

    [Theory]
    [InlineData("too-short")]
    [InlineData("exactly15chars!")]
    [InlineData("a-secret-of-some-length;too-short")]
    public async Task A_short_secret(string secrets)
    {
        var message = await StartAsync(("Webex:WebhookSecrets", secrets));

        message.ShouldContain("Webex:WebhookSecrets holds a secret of fewer than 16 characters");
        message.ShouldContain("openssl rand");
        message.ShouldNotContain("too-short");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\r\n  \n", "is empty")]
    [InlineData("a-secret-of-some-length\ntoo-short\n", "fewer than 16 characters")]
    public async Task An_unusable_file(string content, string problem)
    {
        var file = Path.Combine(_folder.FullName, "secrets");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var message = await StartAsync(("Webex:WebhookSecretsFile", file));

        message.ShouldContain("Webex:WebhookSecretsFile");
        message.ShouldContain(problem);
        message.ShouldContain("openssl rand");
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_is_a_folder()
    {
        (await StartAsync(("Webex:WebhookSecretsFile", Path.Combine(_folder.FullName, "nothing")))).ShouldContain("Webex:WebhookSecretsFile");
        (await StartAsync(("Webex:WebhookSecretsFile", _folder.FullName))).ShouldContain("Webex:WebhookSecretsFile");
    }

    [Fact]
    public async Task Both_settings_at_once()
    {
        var file = Path.Combine(_folder.FullName, "secrets");
        await File.WriteAllTextAsync(file, "a-secret-of-some-length", TestContext.Current.CancellationToken);

        var message = await StartAsync(("Webex:WebhookSecrets", "a-secret-of-some-length"), ("Webex:WebhookSecretsFile", file));

        message.ShouldContain("Both Webex:WebhookSecrets and Webex:WebhookSecretsFile are set. Keep one.");
    }

    [Fact]
    public async Task A_process_says_so_on_standard_error_and_ends_with_1()
    {
        await using var program = new Hosting.ProgramUnderTest(Hosting.Repository.Program("BotHost"), [.. Settings(), "--Webex:WebhookSecrets=too-short"]);

        var (code, errors) = await program.ExitAsync(TestContext.Current.CancellationToken);

        code.ShouldBe(1);
        errors.ShouldContain("Webex:WebhookSecrets");
        errors.ShouldNotContain("   at ");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> StartAsync(params (string Key, string Value)[] settings)
    {
        await using var host = BotHostApp.Build([.. Settings(), .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        var problem = await Should.ThrowAsync<Exception>(() => BotHostApp.StartAsync(host, TestContext.Current.CancellationToken));
        host.Urls.ShouldBeEmpty();
        return StartupProblem.Explain(problem).ShouldNotBeNull(problem.ToString());
    }

    private IEnumerable<string> Settings() =>
    [
        "--BotHost:Listen=http://127.0.0.1:0",
        "--BotHost:PublicUrl=http://127.0.0.1:9",
        "--Webex:BaseUrl=http://127.0.0.1:9/v1/",
        "--Webex:AccessToken=a-token",
        "--Access:Default=Everyone",
        $"--Storage:ConnectionString=Data Source={Path.Combine(_folder.FullName, "bothost.db")};Pooling=False",
    ];
}
