namespace BotHost.Benchmarks;

/// <summary>The bot's own door and store. Its Webex is nowhere, so that storing is measured and not handling: rows wait until the bot knows who it is.</summary>
internal static class BotServer
{
    public static Task<int> RunAsync(int port, string folder) => BotHostApp.RunAsync(
    [
        $"--BotHost:Listen=http://127.0.0.1:{port}",
        "--BotHost:PublicUrl=http://127.0.0.1:1",
        "--Webex:BaseUrl=http://127.0.0.1:1/v1/",
        "--Webex:AccessToken=nobody",
        $"--Webex:WebhookSecrets={Envelopes.Secret}",
        $"--Storage:ConnectionString=Data Source={Path.Combine(folder, "bothost.db")}",
        "--Serilog:MinimumLevel:Default=Fatal",
    ]);
}
