using BotHost.Access;
using BotHost.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Benchmarks;

/// <summary>A host that serves agents, for a process of its own. Their keys are in the file <c>keys</c> of its folder, one a line.</summary>
internal static class AgentServer
{
    public static async Task<int> RunAsync(int port, string folder, int webex, string token, int agents)
    {
        string[] given = [.. Enumerable.Range(0, agents).SelectMany(agent => new[]
        {
            $"--Agents:Named:a{agent}:Identity=bot", $"--Agents:Named:a{agent}:Grants:all:Resources=messages;spaces", $"--Agents:Named:a{agent}:Grants:all:Level=use",
        })];
        await using var app = BotHostApp.Build(
        [
            $"--BotHost:Listen=http://127.0.0.1:{port}", $"--BotHost:PublicUrl=http://127.0.0.1:{port}", $"--Webex:BaseUrl=http://127.0.0.1:{webex}/v1/", $"--Webex:AccessToken={token}",
            $"--Webex:WebhookSecrets={Envelopes.Secret}", "--Access:Default=Everyone", $"--Storage:ConnectionString=Data Source={Path.Combine(folder, "bothost.db")}",
            "--Agents:Enabled=true", "--Agents:Sessions=false", "--Agents:PerMinute=6000", "--Agents:PerDay=1000000", "--Serilog:MinimumLevel:Default=Error", .. given,
        ]);
        var database = app.Services.GetRequiredService<Database>();
        var keys = new List<string>();
        for (var agent = 0; agent < agents; agent++)
        {
            var (key, id, hash) = AgentKey.New();
            await database.WriteAsync(session =>
            {
                AgentLedger.AddKey(session, new StoredKey { Id = id, Agent = $"a{agent}", Hash = hash });
                return true;
            });
            keys.Add(key);
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "keys"), keys);
        await BotHostApp.StartAsync(app);
        await BotHostApp.WhenReadyAsync(app);
        await File.WriteAllTextAsync(Path.Combine(folder, "ready"), "");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        return 0;
    }
}
