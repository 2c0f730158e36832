namespace BotHost.Benchmarks.Faults;

/// <summary>The machine's clock is set by three days, back and forth, while replies are open, rooms wait and Webex is away.</summary>
internal sealed class ClockSet : IExperiment
{
    private const int Rooms = 10;

    /// <summary>What is held back by a wait may come this much later than it must, and no more: not three days.</summary>
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);

    public string Name => "clock-set";

    public string Does => "the host's clock jumps by three days and back while replies are open and Webex answers 429 and 503: nothing is early, given up, quarantined or stuck";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (rounds, chance) = (setting.Of(4, 1), setting.Chance());
        int[] days = setting.IsSmall ? [3, 0] : [3, 0, -3, 0];
        await using var world = await World.CreateAsync(Rooms, cancellationToken);
        var clock = Path.Combine(world.Folder, FaultBot.Clock);
        var talk = await Conversation.BeginAsync(world, Rooms, inSpaces: false, cancellationToken);
        await world.StartReadyAsync(cancellationToken);
        foreach (var off in Enumerable.Repeat(days, rounds).SelectMany(round => round))
        {
            await TroubleAsync(world, talk, chance, () => WrongClock.Set(clock, TimeSpan.FromDays(off)), cancellationToken);
            findings.Require(await world.SettledAsync(Patient, cancellationToken), $"the clock set to {off:+0;-0;0} days: what was open is still open after {Patient.TotalSeconds} s");
        }

        // A host that starts with a wrong clock, and what one with a right clock left open.
        var talking = talk.SayManyAsync(60, chance, perSecond: 60, cancellationToken);
        await Patience.WaitAsync(TimeSpan.FromSeconds(0.5), cancellationToken);
        await world.Host.KillAsync(cancellationToken);
        await talking;
        WrongClock.Set(clock, TimeSpan.FromDays(chance.Next(2) == 0 ? 3 : -3));
        await world.StartAsync(cancellationToken);

        await Invariants.CheckAsync(world, findings, cancellationToken);
        findings.Note("times set", days.Length * rounds + 1);
        findings.Note("replies", talk.Replies);
        findings.Note("guesses", world.Store.Number("SELECT sum(guesses) FROM effects"));
        (await talk.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        await RequireNothingEarlyAsync(world, findings, cancellationToken);
    }

    /// <summary>Everything that waits, waits when the clock is set.</summary>
    private static async Task TroubleAsync(World world, Conversation talk, Random chance, Action set, CancellationToken cancellationToken)
    {
        var seed = chance.Next();
        await world.Webex.BreakAsync(new { seed, share = 0.3, status = 502, when = "after", method = "POST", path = "/messages", email = LocalWebex.BotEmail }, cancellationToken);
        await world.Webex.BreakAsync(new { seed, share = 0.8, status = 503, when = "before", method = "GET", path = "/messages/{messageId}", email = LocalWebex.BotEmail }, cancellationToken);
        await world.Webex.BreakAsync(new { id = "429", skip = 5, count = 1, status = 429, retryAfter = 3, path = "/messages*", email = LocalWebex.BotEmail }, cancellationToken);
        var talking = talk.SayManyAsync(100, chance, perSecond: 50, cancellationToken);
        await Patience.WaitAsync(TimeSpan.FromSeconds(0.3 + chance.NextDouble()), cancellationToken);
        set();
        await talking;
        await world.Webex.MendAsync(cancellationToken);
    }

    private static async Task RequireNothingEarlyAsync(World world, Findings findings, CancellationToken cancellationToken)
    {
        var calls = (await world.Webex.LedgerAsync($"kind=call&person={LocalWebex.BotEmail}", cancellationToken))
            .Where(line => line.Call!.Route.StartsWith("/v1/messages", StringComparison.Ordinal)).ToList();
        var asked = calls.Where(line => line.Call!.Status == 429).ToList();
        var early = asked.SelectMany(at => calls.Select(line => line.Time - at.Time).Where(after => after > TimeSpan.FromSeconds(0.3) && after < TimeSpan.FromSeconds(2.99)));
        findings.Note("times told to wait", asked.Count);
        findings.RequireNone(early, "a call came before Webex wanted one");
    }
}
