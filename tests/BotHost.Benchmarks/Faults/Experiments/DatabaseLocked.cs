using System.Net;
using Dapper;

namespace BotHost.Benchmarks.Faults;

/// <summary>Somebody else holds the database's lock: an operator with a client, a back-up.</summary>
internal sealed class DatabaseLocked : IExperiment
{
    private const int Rooms = 10;

    public string Name => "database-locked";

    public string Does => "another process locks the database for writing while commands and webhooks arrive: all of it waits, and none of it is lost";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (held, chance) = (TimeSpan.FromSeconds(setting.Of(10, 2)), setting.Chance());
        await using var world = await World.CreateAsync(Rooms, cancellationToken);
        using var events = new SignedEvents(world);
        var talk = await Conversation.BeginAsync(world, Rooms, inSpaces: false, cancellationToken);
        await world.StartReadyAsync(cancellationToken);
        var talking = talk.SayManyAsync(100, chance, perSecond: 50, cancellationToken);
        Task sending;
        using (var other = ((SqliteStore)world.Store).Connect())
        {
            other.Execute("PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE");
            sending = events.SendAsync(connections: 32, most: 200, cancellationToken);
            await Patience.WaitAsync(held, cancellationToken);
            findings.Require(events.Acknowledged.Count == 0, "a webhook was acknowledged while nothing could be stored");
            other.Execute("COMMIT");
        }

        await sending;
        await talking;
        findings.Require(await events.SendOneAsync() == HttpStatusCode.OK, "it does not store again");
        await Invariants.CheckAsync(world, findings, cancellationToken);
        var stored = world.Store.Query<string>("SELECT key FROM events").Select(key => key[(key.IndexOf(':') + 1)..key.IndexOf('|')]).ToHashSet();
        findings.Note("s locked", held.TotalSeconds);
        findings.Note("acknowledged", events.Acknowledged.Count);
        findings.Note("answers 503", events.Refused.GetValueOrDefault(HttpStatusCode.ServiceUnavailable));
        findings.Note("replies", talk.Replies);
        findings.RequireNone(events.Acknowledged.Where(message => !stored.Contains(message)), "acknowledged and not stored");
        (await talk.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
    }
}
