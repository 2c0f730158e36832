using BotHost.Operations;

namespace BotHost.Tests.Hosting;

/// <summary>Settings that are wrong keep the program from starting, with a sentence for each and no stack trace.</summary>
public sealed class WrongSettingsTests
{
    private static readonly (string Key, string Value)[] Right =
    [
        ("BotHost:Listen", "http://127.0.0.1:0"), ("BotHost:PublicUrl", "https://bot.example.com"), ("Webex:BaseUrl", "http://127.0.0.1:9/v1/"),
        ("Webex:AccessToken", "a-token"), ("Webex:WebhookSecrets", "a-secret-of-some-length"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        (string Key, string Value)[] wrong =
        [
            ("BotHost:Name", " "), ("BotHost:PublicUrl", "bot.example.com"), ("BotHost:HandlerTimeout", "00:00:00"), ("BotHost:Concurrency", "0"),
            ("Webex:BaseUrl", "ftp://x"), ("Webex:AccessToken", "two words"), ("Webex:Timeout", "00:00:00"), ("Webex:Proxy", "x"),
            ("Webex:WebhookSecrets", "a-secret-of-some-length;short"), ("Access:Default", "People"),
            ("Webex:Integration:ClientId", "an-app-without-its-secret"), ("Webex:Integration:Scopes", "spark:rooms_read"), ("Webex:ServiceApps:desk:ClientSecret", "an-app-without-its-id"), ("Storage:Provider", "Oracle"), ("Storage:KeepContent", "-1.00:00:00"),
        ];

        await using var host = new ProgramUnderTest(Repository.Program("BotHost"), Args(wrong));
        var (code, errors) = await host.ExitAsync(Cancelled);

        code.ShouldBe(1, errors);
        errors.ShouldNotContain("   at ");
        foreach (var (key, _) in wrong)
            errors.ShouldContain(key.Replace(":desk:ClientSecret", ":desk:ClientId", StringComparison.Ordinal));
        errors.ShouldNotContain("two words");
        errors.ShouldNotContain("a-secret-of-some-length");
    }

    [Theory]
    [InlineData("BotHost:Language", "Fr", "BotHost:Language is 'Fr', which is not one of En, De.")]
    [InlineData("Webex:Timeout", "it's 5", "Webex:Timeout is 'it's 5', which is not a time such as 00:00:30")]
    public async Task One_of_the_wrong_kind_tells_what_there_is(string key, string value, string said) => (await RefusalAsync([(key, value)])).ShouldContain(said);

    [Theory]
    [InlineData("BotHost:Listen", "https://127.0.0.1:0")]
    [InlineData("BotHost:Listen", "5080")]
    [InlineData("BotHost:Listen", "http://bot.example.com:5080")]
    [InlineData("BotHost:Concurrency", "many")]
    [InlineData("Access:Default", "Somebody")]
    [InlineData("Log:Format", "Xml")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud")]
    [InlineData("Storage:ConnectionString", "Data Source=")]
    [InlineData("Storage:ConnectionStringFile", "/no/such/file")]
    [InlineData("Storage:KeyCertificates", "/no/such/file")]
    [InlineData("Storage:KeyCertificatePasswordFile", "/no/such/file")]
    [InlineData("Webex:Proxy", "http://proxy.example.com:3128/path")]
    [InlineData("Webex:CertificateAuthorities", "/no/such/file")]
    [InlineData("Webex:AccessTokenFile", "/no/such/file")]
    [InlineData("Webex:WebhookSecretsFile", "/")]
    public async Task A_wrong_one_is_named(string key, string value)
    {
        var errors = await RefusalAsync([(key, value), .. key.EndsWith("File", StringComparison.Ordinal) ? [(key[..^4], "")] : Array.Empty<(string, string)>()]);

        errors.ShouldContain(key.Split(':')[0] == "Serilog" ? "Serilog" : key);
    }

    [Theory]
    [InlineData("Data Source=data/bothost.db")]
    [InlineData("Host=db")]
    [InlineData("Host=127.0.0.1;Port=9;Database=bothost;Username=bothost;Password=hush")]
    public async Task PostgreSQL_without_its_database_is_refused(string connectionString)
    {
        var errors = await RefusalAsync([("Storage:Provider", "PostgreSql"), ("Storage:ConnectionString", connectionString)]);

        errors.ShouldContain("Storage:ConnectionString");
        errors.ShouldNotContain("hush");
    }

    private static string[] Args((string Key, string Value)[] settings) =>
        [.. Right.Where(r => settings.All(s => s.Key != r.Key)).Concat(settings).Select(s => $"--{s.Key}={s.Value}")];

    /// <summary>What the program writes before it ends, asked of the host in this process.</summary>
    private static async Task<string> RefusalAsync((string Key, string Value)[] settings)
    {
        var error = await Should.ThrowAsync<Exception>(async () =>
        {
            await using var host = BotHostApp.Build(Args(settings));
            await BotHostApp.StartAsync(host, Cancelled);
        });

        var said = StartupProblem.Explain(error).ShouldNotBeNull(error.ToString());
        said.ShouldNotContain("   at ");
        return said;
    }
}
