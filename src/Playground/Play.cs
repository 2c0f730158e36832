using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BotHost;
using BotHost.Operations;
using WebexSimulator;

namespace Playground;

/// <summary>A local Webex and a bot in one process, joined by nothing but HTTP: a talking bot from one command.</summary>
internal static class Play
{
    public static async Task<int> RunAsync(string[] args)
    {
        var memory = Directory.CreateTempSubdirectory("bothost-playground-");
        var stop = new TaskCompletionSource();
        using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var webex = SimulatorApp.Build(args);
            await StartAsync(webex);
            var address = webex.Urls.First();
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            var accounts = (await http.GetFromJsonAsync<Accounts>("/simulator/accounts"))!.Items;
            var integration = (await http.GetFromJsonAsync<Applications>("/simulator/applications"))!.Items.First(a => a.Kind == "integration");

            await using var bot = BotHostApp.Build(args, configure: builder =>
            {
                // Ctrl-C is ours to handle: the bot first, then the Webex it talks to.
                builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
                builder.Configuration.AddInMemoryCollection(Settings(address, accounts, integration, memory.FullName));
                // What somebody typed for this run is meant for it.
                builder.Configuration.AddCommandLine(args);
            });
            await BotHostApp.StartAsync(bot);
            await BotHostApp.WhenReadyAsync(bot);
            Welcome.Print(address, bot.Urls.First(), accounts);

            await stop.Task;
            await bot.StopAsync();
            await webex.StopAsync();
            return 0;
        }
        catch (Exception e) when (StartupProblem.Explain(e) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }
        finally
        {
            memory.Delete(recursive: true);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }

    /// <summary>
    /// What a person would set to connect the bot, had the local Webex an address on the internet. The empty ones hold off what the
    /// shell may have set for a real deployment.
    /// </summary>
    private static Dictionary<string, string?> Settings(string webex, IReadOnlyList<Account> accounts, Application integration, string memory) => new()
    {
        ["Webex:BaseUrl"] = webex + "/v1/",
        ["Webex:AccessToken"] = accounts.Single(a => a.Email == "bothost@webex.bot").Token,
        ["Webex:AccessTokenFile"] = "",
        ["Webex:Integration:ClientId"] = integration.ClientId,
        ["Webex:Integration:ClientSecret"] = integration.ClientSecret,
        ["Webex:Integration:ClientSecretFile"] = "",
        ["Webex:Integration:Scopes"] = string.Join(' ', integration.Scopes.Where(scope => scope != "spark:all")),
        ["Webex:Proxy"] = "",
        ["Webex:CertificateAuthorities"] = "",
        ["Admin:Token"] = "",
        ["Admin:TokenFile"] = "",
        ["BotHost:PathBase"] = "",
        ["Webex:WebhookSecretsFile"] = "",
        ["Webex:WebhookSecrets"] = RandomNumberGenerator.GetHexString(40, lowercase: true),
        ["Log:Program"] = "bot",
        ["BotHost:PublicUrl"] = "http://127.0.0.1:0",
        ["Access:Default"] = "Organisations",
        ["Access:Organisations"] = accounts.Single(a => a.Email == "alice@example.com").OrgId,
        ["Storage:ConnectionStringFile"] = "",
        ["Storage:KeyCertificates"] = "",
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(memory, "bothost.db")}",
    };

    private static async Task StartAsync(WebApplication webex)
    {
        try
        {
            await webex.StartAsync();
        }
        catch (IOException e)
        {
            throw new StartupException($"The local Webex cannot listen ({e.Message}) Stop the other program, or choose another address: "
                + "--Simulator:Listen=http://127.0.0.1:7071");
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
