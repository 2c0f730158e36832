namespace BotHost.Benchmarks.Faults;

/// <summary>The host is told to stop in the middle of its work, and started again, as in a deployment.</summary>
internal sealed class StopUnderLoad : IExperiment
{
    private const int Rooms = 20;

    public string Name => "stop-under-load";

    public string Does => "SIGTERM while commands arrive, and a start; each command is handled once and answered once";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (stops, chance, slowest) = (setting.Of(20, 2), setting.Chance(), TimeSpan.Zero);
        await using var world = await World.CreateAsync(Rooms, cancellationToken);
        await world.Webex.BreakAsync(new { method = "POST", path = "/messages", email = LocalWebex.BotEmail, delayBefore = "00:00:00.050", delayAfter = "00:00:00.050" }, cancellationToken);
        var talk = await Conversation.BeginAsync(world, Rooms, inSpaces: false, cancellationToken);
        await world.StartReadyAsync(cancellationToken);
        for (var stop = 0; stop < stops; stop++)
        {
            var talking = talk.SayManyAsync(100, chance, perSecond: 100, cancellationToken);
            await Patience.WaitAsync(TimeSpan.FromSeconds(0.1 + 0.8 * chance.NextDouble()), cancellationToken);
            var since = TimeProvider.System.GetTimestamp();
            var code = await world.Host.TerminateAsync(cancellationToken);
            slowest = new TimeSpan(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(since).Ticks));
            findings.Require(code == 0, $"it ended with {code}");
            await talking;
            await world.StartAsync(cancellationToken);
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        findings.Note("stops", stops);
        findings.Note("replies", talk.Replies);
        findings.Note("s to stop (longest)", $"{slowest.TotalSeconds:0.0}");
        (await talk.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        findings.RequireNone(DiaryLine.Read(world.Folder).Where(line => line.Begins).CountBy(line => line.Number).Where(run => run.Value > 1), "a handler ran twice for a command");
    }
}
