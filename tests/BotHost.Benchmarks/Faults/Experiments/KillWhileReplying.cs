namespace BotHost.Benchmarks.Faults;

/// <summary>
/// The host dies again and again while its replies are on their way, so that nobody told it what became of them. Each command gets two
/// replies, in groups in one thread.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="InSpaces">In spaces, which a bot cannot list, or in direct rooms, which it can.</param>
/// <param name="HearsItself">Whether Webex delivers a bot its own messages in spaces.</param>
/// <param name="IsRepeated">
/// Whether Webex repeats deliveries that failed, which nobody knows. Where it does not, commands and echoes of the time in which no host
/// runs are lost: only commands that were delivered can be answered, and where an echo is lost there is no evidence.
/// </param>
internal sealed record KillWhileReplying(string Name, bool InSpaces, bool HearsItself, bool IsRepeated = true) : IExperiment
{
    private const int Rooms = 20, RepliesEach = 2;

    public static KillWhileReplying Direct => new("kill-while-replying-direct", InSpaces: false, HearsItself: true);

    public static KillWhileReplying WithEcho => new("kill-while-replying-echo", InSpaces: true, HearsItself: true);

    public static KillWhileReplying WithEchoesLost => new("kill-while-replying-echoes-lost", InSpaces: true, HearsItself: true, IsRepeated: false);

    public static KillWhileReplying WithoutEcho => new("kill-while-replying-no-echo", InSpaces: true, HearsItself: false);

    public static KillWhileReplying OfThreeHosts => new("kill-one-of-three-hosts", InSpaces: false, HearsItself: true)
    {
        Hosts = 3,
        Store = PostgreSqlStore.StartAsync,
        Kills = 100,
    };

    public string Does => $"kill -9{(Hosts > 1 ? $" of one of {Hosts} hosts" : "")} while replies are posted in {(InSpaces ? "spaces" : "direct rooms")}"
        + (InSpaces ? HearsItself ? IsRepeated ? ", with the echo, deliveries repeated" : ", with the echo, deliveries not repeated" : ", without the echo" : "");

    /// <summary>How many hosts share the store, each killed as often as chance has it.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>Makes the store. SQLite where null.</summary>
    public Func<CancellationToken, Task<Store>>? Store { get; init; }

    /// <summary>How often, in the full set.</summary>
    public int Kills { get; init; } = 90;

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (kills, commands, chance) = (setting.Of(Kills, 3), setting.Of(4000 / RepliesEach, 60), setting.Chance());
        await using var world = await World.CreateAsync(Rooms, cancellationToken, 
            [$"--Simulator:Switches:BotsHearThemselves={HearsItself}", .. IsRepeated ? [] : new[] { "--Simulator:Webhooks:Retries=0" }], store: Store, hosts: Hosts);
        // The echo has to come through the queue of what was not delivered meanwhile before it counts as missing.
        if (InSpaces && HearsItself)
            world.HostSettings.Add("--Outbox:SettleTime=00:00:04");
        // As far away as Webex is: a post is carried out a while after it was sent, and a while later it is answered.
        await world.Webex.BreakAsync(new { method = "POST", path = "/messages", email = LocalWebex.BotEmail, delayBefore = "00:00:00.040", delayAfter = "00:00:00.060" }, cancellationToken);
        for (var place = 0; place < Hosts; place++)
            await world.StartReadyAsync(cancellationToken, place);
        var talk = await Conversation.BeginAsync(world, Rooms, InSpaces, cancellationToken);

        var underWay = 0L;
        for (var life = 0; life < kills; life++)
        {
            var share = commands * (life + 1) / kills - commands * life / kills;
            var talking = talk.SayManyAsync(share, chance, perSecond: share / 1.5, cancellationToken, RepliesEach);
            // At any moment of the talk, and of the time in which the last death is looked into.
            await Patience.WaitAsync(TimeSpan.FromSeconds(0.1 + 2.4 * chance.NextDouble()), cancellationToken);
            var place = chance.Next(Hosts);
            await world.Hosts[place]!.KillAsync(cancellationToken);
            underWay += world.Store.Number("SELECT count(*) FROM effects WHERE state = 1");
            await talking;
            await world.StartAsync(cancellationToken, place);
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        if (!IsRepeated)
            await talk.ForgetUndeliveredAsync(cancellationToken);
        var outcome = await talk.ReadAsync(cancellationToken);
        findings.Note("kills", kills);
        findings.Note("replies", talk.Replies);
        findings.Note("under way at a kill", underWay);
        findings.Note("posted again", world.Store.Number("SELECT sum(tries) - count(*) FROM effects"));
        findings.Note("missing", outcome.Missing.Count);
        findings.Note("twice", outcome.Doubled.Count);
        findings.Note("guesses", world.Store.Number("SELECT sum(guesses) FROM effects"));
        if (InSpaces && !(HearsItself && IsRepeated))
            RequireCounted(world.Store, outcome, findings);
        else
            outcome.RequireExactlyOnce(findings);
    }

    /// <summary>Without evidence a reply may be there twice, but never unknown to the operator.</summary>
    private static void RequireCounted(Store store, Outcome outcome, Findings findings)
    {
        outcome.RequireAllInOrder(findings);
        var guesses = store.Query<(string Key, long Guesses)>(
            "SELECT events.key, effects.guesses FROM effects JOIN events ON events.sequence = effects.event WHERE effects.guesses > 0");
        findings.RequireNone(
            outcome.Doubled.GroupBy(reply => reply.Command, reply => reply.More).Where(command =>
                guesses.Where(one => one.Key.Contains(command.Key, StringComparison.Ordinal)).Sum(one => one.Guesses) < command.Sum()).Select(command => command.Key),
            "a reply is there twice and was not counted as a guess");
    }
}
