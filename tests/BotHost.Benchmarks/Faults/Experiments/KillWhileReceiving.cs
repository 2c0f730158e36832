namespace BotHost.Benchmarks.Faults;

/// <summary>200 means stored: the host dies again and again while webhooks arrive as fast as it takes them.</summary>
internal sealed class KillWhileReceiving : IExperiment
{
    public string Name => "kill-while-receiving";

    public string Does => "kill -9 while signed webhooks arrive over 32 connections; what was answered with 200 must be in the store, and be handled";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (kills, least, chance) = (setting.Of(100, 3), setting.Of(100_000, 2000), setting.Chance());
        await using var world = await World.CreateAsync(people: 1, cancellationToken);
        using var events = new SignedEvents(world);
        var (startUps, lives) = (new List<TimeSpan>(), 0);
        for (; lives < kills || events.Acknowledged.Count < least; lives++)
        {
            startUps.Add(await world.StartAsync(cancellationToken));
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            // At any moment of what it takes to receive twice its share, so that on average it is its share.
            var most = Math.Max(1, 2 * (least - events.Acknowledged.Count) / Math.Max(1, kills - lives));
            var sending = events.SendAsync(connections: 32, most: int.MaxValue / 4, stop.Token);
            var target = events.Acknowledged.Count + chance.Next(1, most + 1);
            await Patience.UntilAsync(() => Task.FromResult(events.Acknowledged.Count >= target), TimeSpan.FromSeconds(60), "nothing was acknowledged", cancellationToken);
            await world.Host.KillAsync(cancellationToken);
            await stop.CancelAsync();
            await sending;
        }

        await world.StartAsync(cancellationToken);
        await Invariants.CheckAsync(world, findings, cancellationToken);
        var stored = world.Store.Query<string>("SELECT key FROM events").Select(key => key[(key.IndexOf(':') + 1)..key.IndexOf('|')]).ToHashSet();
        var looked = (await world.Webex.LedgerAsync("kind=call&method=GET&route=/messages/{messageId}", cancellationToken))
            .Select(line => line.Call!.Path.Split('/')[^1]).ToHashSet();
        findings.Note("kills", lives);
        findings.Note("acknowledged", events.Acknowledged.Count);
        findings.Note("sent", events.Sent);
        findings.Note("stored", stored.Count);
        findings.Note("s to ready (median)", $"{startUps.Order().ElementAt(startUps.Count / 2).TotalSeconds:0.00}");
        findings.Note("(longest)", $"{startUps.Max().TotalSeconds:0.00}");
        findings.RequireNone(events.Refused.Keys, "a webhook was refused");
        findings.RequireNone(events.Acknowledged.Where(message => !stored.Contains(message)), "acknowledged and not stored");
        findings.RequireNone(events.Acknowledged.Where(message => !looked.Contains(message)), "acknowledged and never looked at, by Webex's account");
    }
}
