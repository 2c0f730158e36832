namespace BotHost.Benchmarks.Faults;

/// <summary>The database server dies as in a power cut, under two hosts at work, and comes back.</summary>
internal sealed class ServerCrashes : IExperiment
{
    private const int Rooms = 20, Hosts = 2;

    public string Name => "server-crashes";

    public string Does => "PostgreSQL stopped as by a power cut while two hosts work; each command is answered once";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (crashes, chance) = (setting.Of(10, 1), setting.Chance());
        await using var world = await World.CreateAsync(Rooms, cancellationToken, store: PostgreSqlStore.StartAsync, hosts: Hosts);
        var server = ((PostgreSqlStore)world.Store).Server;
        await world.Webex.BreakAsync(new { method = "POST", path = "/messages", email = LocalWebex.BotEmail, delayBefore = "00:00:00.040", delayAfter = "00:00:00.060" }, cancellationToken);
        for (var place = 0; place < Hosts; place++)
            await world.StartReadyAsync(cancellationToken, place);
        var talk = await Conversation.BeginAsync(world, Rooms, inSpaces: false, cancellationToken);
        using var http = new HttpClient();
        for (var crash = 0; crash < crashes; crash++)
        {
            var talking = talk.SayManyAsync(100, chance, perSecond: 50, cancellationToken);
            await Patience.WaitAsync(TimeSpan.FromSeconds(0.2 + chance.NextDouble()), cancellationToken);
            await server.CrashAsync(cancellationToken);
            await Patience.WaitAsync(TimeSpan.FromSeconds(chance.NextDouble()), cancellationToken);
            await server.StartAgainAsync(cancellationToken);
            await talking;
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        findings.Note("crashes", crashes);
        findings.Note("replies", talk.Replies);
        findings.Require(world.Hosts.All(host => !host!.HasEnded), "a host ended with the server");
        (await talk.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
    }
}
