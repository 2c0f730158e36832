namespace BotHost.Benchmarks.Faults;

/// <summary>What must hold after every experiment, whatever was done.</summary>
internal static class Invariants
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(10);

    /// <summary>What was never delivered cannot be answered: that says something of this machine, and nothing of the host.</summary>
    private const int LastAttempt = 101;

    /// <summary>Waits for the end of everything that was begun, and looks into the store, the diary and what the hosts wrote.</summary>
    /// <param name="deadLetters">How many events may have been given up.</param>
    public static async Task CheckAsync(World world, Findings findings, CancellationToken cancellationToken, int deadLetters = 0)
    {
        findings.Require(await world.SettledAsync(LongestEnd, cancellationToken), "what was delivered is not dealt with after ten minutes");
        findings.RequireNone((await world.Webex.LedgerAsync("kind=delivery&status=none", cancellationToken)).Where(line => line.Delivery!.Attempt == LastAttempt)
            .Select(line => line.Delivery!.DataId), "the simulator gave a delivery up, after 30 s: this machine is too slow for this experiment");
        findings.RequireNone(world.Store.Query<long>("SELECT sequence FROM events WHERE status <= 1"), "a stored event did not end");
        findings.RequireNone(world.Store.Query<long>("SELECT sequence FROM effects WHERE state <= 1"), "a reply did not end");
        findings.RequireNone(world.Store.Query<string>("SELECT reason FROM effects WHERE state > 2"), "a reply was given up");
        findings.RequireNone(world.Store.Query<string>("SELECT reason FROM events WHERE status = 3"), "an event was quarantined");
        var dead = world.Store.Query<string>("SELECT reason FROM events WHERE status = 4");
        if (dead.Count != deadLetters)
            findings.RequireNone(dead.DefaultIfEmpty("none at all"), $"{deadLetters} dead letters were expected, not {dead.Count}");
        findings.RequireNone(DiaryLine.Overlaps(DiaryLine.Read(world.Folder)), "two handlers of one room ran at a time");
        findings.RequireNone(world.Said.Where(line => line.Contains(World.Secret) || line.Contains(world.Webex.Bot.Token)), "a secret was written to the log");
    }
}
