namespace BotHost.Benchmarks.Faults;

/// <summary>Webex carries posts out and does not say so: late, with 502, with a reset, with half an answer, or too late for anybody to wait.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InSpaces">In spaces with the echo, or in direct rooms.</param>
internal sealed record BrokenAnswers(string Name, bool InSpaces) : IExperiment
{
    private const int Rooms = 20, RepliesEach = 2;

    private static readonly (string Id, double Share, object? Status, string When, string? Connection, string? Before, string? After)[] Faults =
    [
        ("carried out, answered 502", 0.08, 502, "after", null, null, null),
        ("not carried out, answered 503", 0.04, 503, "before", null, null, null),
        ("carried out, connection reset", 0.08, null, "after", "reset", null, null),
        ("not carried out, connection reset", 0.04, null, "before", "reset", null, null),
        ("half an answer", 0.05, null, "after", "half", null, null),
        ("carried out after the caller gave up", 0.05, null, "after", null, "00:00:01.500", null),
        ("answered after the caller gave up", 0.05, null, "after", null, null, "00:00:01.500"),
        ("carried out late", 0.3, null, "after", null, "00:00:00.3", "00:00:00.1"),
    ];

    public static BrokenAnswers Direct => new("broken-answers-direct", InSpaces: false);

    public static BrokenAnswers WithEcho => new("broken-answers-echo", InSpaces: true);

    public string Does => $"posts in {(InSpaces ? "spaces" : "direct rooms")} are carried out or not, and the answer is late, a 5xx, a reset, half of one, or none";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var (commands, chance) = (setting.Of(1000, 40), setting.Chance());
        await using var world = await World.CreateAsync(Rooms, cancellationToken);
        // Longer than the latest that Webex carries something out after nobody waits for it any more.
        world.HostSettings.Add("--Outbox:SettleTime=00:00:02");
        var talk = await Conversation.BeginAsync(world, Rooms, InSpaces, cancellationToken);
        await world.StartReadyAsync(cancellationToken);
        foreach (var (id, share, status, when, connection, before, after) in Faults)
        {
            await world.Webex.BreakAsync(new
            {
                id, share, seed = chance.Next(), status, when, connection, delayBefore = before, delayAfter = after,
                method = "POST", path = "/messages", email = LocalWebex.BotEmail,
            }, cancellationToken);
        }

        await talk.SayManyAsync(commands, chance, perSecond: 60, cancellationToken, RepliesEach);
        await Invariants.CheckAsync(world, findings, cancellationToken);
        var outcome = await talk.ReadAsync(cancellationToken);
        var hits = await world.Webex.HitsAsync(cancellationToken);
        findings.Note("replies", talk.Replies);
        findings.Note("posts broken", hits.Values.Sum());
        findings.Note("posted again", world.Store.Number("SELECT sum(tries) - count(*) FROM effects"));
        findings.Note("missing", outcome.Missing.Count);
        findings.Note("twice", outcome.Doubled.Count);
        findings.Note("guesses", world.Store.Number("SELECT sum(guesses) FROM effects"));
        foreach (var fault in Faults.Where(fault => hits.GetValueOrDefault(fault.Id) == 0))
            findings.Require(setting.IsSmall, $"nothing was hit by: {fault.Id}");
        outcome.RequireExactlyOnce(findings);
    }
}
