namespace BotHost.Benchmarks.Faults;

/// <summary>One room has nearly all of the load: the others must not feel it.</summary>
internal sealed class HotRoom : IExperiment
{
    private const int Others = 20;

    private const double OthersPerSecond = 8;

    public string Name => "hot-room";

    public string Does => "nine in ten commands are said in one room; how long the other rooms wait for a reply, beside how long they wait without it";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (rounds, commands, chance) = (setting.Of(3, 1), setting.Of(150, 12), setting.Chance());
        await using var world = await World.CreateAsync(Others + 1, cancellationToken);
        await world.Webex.BreakAsync(new { path = "/messages*", email = LocalWebex.BotEmail, delayBefore = "00:00:00.040", delayAfter = "00:00:00.020" }, cancellationToken);
        var others = await Conversation.BeginAsync(world, Others, inSpaces: false, cancellationToken);
        var hot = new Conversation(world, [new TalkRoom(world.Webex.Person(Others), null)]);
        await world.StartReadyAsync(cancellationToken);
        // What is compiled on the way, before it counts.
        await others.SayManyAsync(30, chance, OthersPerSecond * 3, cancellationToken);
        await world.SettledAsync(TimeSpan.FromSeconds(30), cancellationToken);

        var (without, with) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            without.AddRange(await WaitsAsync(world, others, () => others.SayManyAsync(commands, chance, OthersPerSecond, cancellationToken), cancellationToken));
            with.AddRange(await WaitsAsync(world, others, () => Task.WhenAll(
                hot.SayManyAsync(commands * 9, chance, OthersPerSecond * 9, cancellationToken),
                others.SayManyAsync(commands, chance, OthersPerSecond, cancellationToken)), cancellationToken));
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        (await others.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        (await hot.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        var (alone, beside) = (P99(without), P99(with));
        findings.Note("replies", others.Replies);
        findings.Note("of the hot room", hot.Replies);
        findings.Note("ms p99 without it", $"{alone:0}");
        findings.Note("ms p99 with it", $"{beside:0}");
        // A small run has few to compare, beside other tests of this machine; what goes wrong here goes wrong by the length of a queue.
        var allowance = setting.IsSmall ? 1000 : 0;
        findings.Require(beside <= 2 * alone + allowance, $"the other rooms wait {beside / alone:0.0} times as long");
    }

    /// <summary>How long each command said meanwhile waited for its reply, in milliseconds, by the simulator's clock.</summary>
    private static async Task<IReadOnlyList<double>> WaitsAsync(World world, Conversation talk, Func<Task> meanwhile, CancellationToken cancellationToken)
    {
        var before = talk.Rooms.ToDictionary(room => room, room => room.Commands.Count);
        await meanwhile();
        await world.SettledAsync(TimeSpan.FromSeconds(120), cancellationToken);
        var waits = new List<double>();
        foreach (var room in talk.Rooms)
        {
            var said = (await room.ReadAsync(world.Webex, cancellationToken)).ToLookup(message => message.IsOfTheBot);
            // One reply for each command, in order.
            waits.AddRange(said[false].Zip(said[true]).Skip(before[room]).Select(pair => (pair.Second.Created - pair.First.Created).TotalMilliseconds));
        }

        return waits;
    }

    private static double P99(List<double> waits) => waits.Order().ElementAt((int)Math.Ceiling(waits.Count * 0.99) - 1);
}
