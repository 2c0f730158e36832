namespace BotHost.Benchmarks.Faults;

/// <summary>Handlers throw, hang, or take the process with them: they become dead letters, the rest does not notice, and once they are mended they can be replayed.</summary>
internal sealed class BadHandlers : IExperiment
{
    private const int Rooms = 20;

    public string Name => "bad-handlers";

    public string Does => "1 % of the handlers throw, 0.1 % hang, 0.01 % end the process; then they are mended, and their dead letters replayed";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (commands, chance) = (setting.Of(10_000, 200), setting.Chance());
        var (throwing, hanging, ending) = (Math.Max(2, commands / 100), Math.Max(2, commands / 1000), Math.Max(1, commands / 10_000));
        await using var world = await World.CreateAsync(Rooms, cancellationToken);
        // What ends the process ends it at each attempt, and the host takes its time to start.
        var retries = setting.IsSmall ? 1 : 3;
        world.HostSettings.AddRange(["--BotHost:HandlerTimeout=00:00:01", $"--BotHost:HandlerRetries={retries}"]);
        var talk = await Conversation.BeginAsync(world, Rooms, inSpaces: false, cancellationToken);
        var plan = Enumerable.Repeat("throw", throwing).Concat(Enumerable.Repeat("hang", hanging)).Concat(Enumerable.Repeat("end", ending))
            .Concat(Enumerable.Repeat("say", commands - throwing - hanging - ending)).OrderBy(_ => chance.Next()).ToList();
        await world.StartReadyAsync(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepRunningAsync(world, over.Token);
        foreach (var command in plan)
            await talk.SayAsync(chance.Next(Rooms), cancellationToken, command);
        var bad = throwing + hanging + ending;
        await Patience.IsReachedAsync(() => Task.FromResult(world.Store.Number("SELECT count(*) FROM events WHERE status = 4") >= bad), TimeSpan.FromSeconds(120), cancellationToken);
        await Invariants.CheckAsync(world, findings, cancellationToken, deadLetters: bad);
        await over.CancelAsync();
        var ends = await keeping;

        var first = await talk.ReadAsync(cancellationToken);
        findings.Note("commands", commands);
        findings.Note("dead letters", world.Store.Number("SELECT count(*) FROM events WHERE status = 4"));
        findings.Note("attempts at most", world.Store.Number("SELECT max(attempts) FROM events WHERE status = 4"));
        findings.Note("ends of the process", ends);
        // Attempts that another one's end cut short are not counted against an event: of those that ended, their ends are; else their beginnings.
        var runs = DiaryLine.Read(world.Folder).GroupBy(line => line.Number).Select(lines => lines.Any(line => !line.Begins) ? lines.Count(line => !line.Begins) : lines.Count());
        findings.RequireNone(runs.Where(times => times > retries + 2), "a handler ran too often");
        findings.Require(first.Missing.Count == bad, $"{first.Missing.Count} commands got no reply, and {bad} are bad");
        findings.Require(first.Strange.Count == bad && first.Strange.All(text => text.StartsWith("Sorry", StringComparison.Ordinal)), $"{first.Strange.Count} apologies for {bad} bad commands");
        findings.RequireNone(first.Doubled.Select(reply => reply.Reply), "a reply is there more than once");

        await ReplayAsync(world, talk, findings, cancellationToken);
    }

    private static async Task ReplayAsync(World world, Conversation talk, Findings findings, CancellationToken cancellationToken)
    {
        await world.Host.TerminateAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(world.Folder, FaultBot.Mended), "", cancellationToken);
        var replayed = world.Store.Execute("UPDATE events SET status = 0, failures = 0, is_alone = 0, finished_at = NULL WHERE status = 4");
        await world.StartAsync(cancellationToken);
        await Invariants.CheckAsync(world, findings, cancellationToken);
        var after = await talk.ReadAsync(cancellationToken);
        findings.Note("replayed", replayed);
        findings.RequireNone(after.Missing, "no reply, not even after the replay");
        findings.RequireNone(after.Doubled.Select(reply => reply.Reply), "a reply is there more than once after the replay");
    }

    /// <summary>What a supervisor does: starts the host again when it ends.</summary>
    /// <returns>How often it did.</returns>
    private static async Task<int> KeepRunningAsync(World world, CancellationToken over)
    {
        for (var ends = 0; ; ends++)
        {
            try
            {
                await world.Host.WhenEndedAsync(over);
                await world.StartAsync(over);
            }
            catch (OperationCanceledException)
            {
                return ends;
            }
        }
    }
}
