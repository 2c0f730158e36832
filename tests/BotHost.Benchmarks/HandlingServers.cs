using Microsoft.Extensions.Logging;
using WebexSimulator;

namespace BotHost.Benchmarks;

/// <summary>The local Webex and a bot that answers, each for a process of its own.</summary>
internal static class HandlingServers
{
    public static async Task<int> WebexAsync(int port)
    {
        await using var webex = SimulatorApp.Build([$"--Simulator:Listen=http://127.0.0.1:{port}", "--Simulator:LedgerCapacity=2000000", "--Simulator:Webhooks:PerWebhook=16"], builder => builder.Logging.SetMinimumLevel(LogLevel.None));
        await webex.RunAsync();
        return 0;
    }

    public static Task<int> BotAsync(int port, string folder, int webex, string token) => BotHostApp.RunAsync(
    [
        $"--BotHost:Listen=http://127.0.0.1:{port}",
        $"--BotHost:PublicUrl=http://127.0.0.1:{port}",
        $"--Webex:BaseUrl=http://127.0.0.1:{webex}/v1/",
        $"--Webex:AccessToken={token}",
        $"--Webex:WebhookSecrets={Envelopes.Secret}",
        "--Access:Default=Everyone",
        "--BotHost:TurnsPerMinute=0",
        $"--Storage:ConnectionString=Data Source={Path.Combine(folder, "bothost.db")}",
        "--Serilog:MinimumLevel:Default=Error",
    ]);
}
