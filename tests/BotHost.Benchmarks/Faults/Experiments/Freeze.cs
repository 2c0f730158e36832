namespace BotHost.Benchmarks.Faults;

/// <summary>The host stands still for longer than anything waits, and goes on as if nothing had happened.</summary>
internal sealed class Freeze : IExperiment
{
    private const int Rooms = 20;

    public string Name => "freeze";

    public string Does => "SIGSTOP for longer than every time-out while commands arrive, then SIGCONT; each is answered once";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (times, stillness, chance) = (setting.Of(5, 1), TimeSpan.FromSeconds(setting.Of(30, 3)), setting.Chance());
        await using var world = await World.CreateAsync(Rooms, cancellationToken, ["--Simulator:Webhooks:Timeout=00:00:01"]);
        await world.Webex.BreakAsync(new { method = "POST", path = "/messages", email = LocalWebex.BotEmail, delayBefore = "00:00:00.050", delayAfter = "00:00:00.050" }, cancellationToken);
        var talk = await Conversation.BeginAsync(world, Rooms, inSpaces: false, cancellationToken);
        await world.StartReadyAsync(cancellationToken);
        for (var time = 0; time < times; time++)
        {
            var talking = talk.SayManyAsync(200, chance, perSecond: 100, cancellationToken);
            await Patience.WaitAsync(TimeSpan.FromSeconds(0.2 + 1.5 * chance.NextDouble()), cancellationToken);
            world.Host.Freeze();
            await Patience.WaitAsync(stillness, cancellationToken);
            world.Host.Thaw();
            await talking;
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        findings.Note($"times {stillness.TotalSeconds:0} s", times);
        findings.Note("replies", talk.Replies);
        findings.Note("guesses", world.Store.Number("SELECT sum(guesses) FROM effects"));
        (await talk.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        findings.RequireNone(DiaryLine.Read(world.Folder).Where(line => line.Begins).CountBy(line => line.Number).Where(run => run.Value > 1), "a handler ran twice for a command");
    }
}
