using System.Globalization;

namespace BotHost.Benchmarks.Faults;

/// <summary>Webex wants to be left alone, in every way it can say so: no call to that endpoint may come before its time, and all others go on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Endpoint">What Webex meters together: <c>messages</c>, which every command needs, or <c>people</c>, which some do.</param>
internal sealed record TooManyCalls(string Name, string Endpoint) : IExperiment
{
    private const int Rooms = 5;

    /// <summary>What a wait that is too long to be believed is cut to.</summary>
    private const int Longest = 8;

    /// <summary>What was on its way when the first 429 left.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(0.3);

    /// <summary>The ledger is written as an answer starts, which its caller has a moment later: it can only be too strict by this much.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);

    /// <summary>What the header says, and for how many seconds nothing may follow; where that is unclear, no sooner than a second.</summary>
    private static readonly (object? Header, double Seconds)[] Variants =
    [
        (1, 1), (2, 2), (7, 7), (null, 1), ("0", 1), ("date+4", 3), ("9999", Longest), ("-5", 1), ("soon", 1), ("2.5", 2.5), ("99999999999999999999", Longest),
    ];

    public static TooManyCalls OfMessages => new("too-many-calls-messages", "messages");

    public static TooManyCalls OfPeople => new("too-many-calls-people", "people");

    public string Does => $"/{Endpoint} answers 429 with Retry-After of seconds, a date, nothing, nonsense, while commands go on arriving";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var chance = setting.Chance();
        await using var world = await World.CreateAsync(2 * Rooms, cancellationToken);
        world.HostSettings.Add($"--Webex:MaxRetryAfter=00:00:0{Longest}");
        var says = new Conversation(world, [.. Enumerable.Range(0, Rooms).Select(i => new TalkRoom(world.Webex.Person(i), null))]);
        var asks = new Conversation(world, [.. Enumerable.Range(Rooms, Rooms).Select(i => new TalkRoom(world.Webex.Person(i), null))]);
        await world.StartReadyAsync(cancellationToken);
        await TalkAsync(says, asks, chance, seconds: 1, cancellationToken);

        var variants = setting.IsSmall ? Variants.Where(one => one.Header is 2 or "date+4").ToList() : [.. Variants];
        foreach (var (header, seconds) in variants)
        {
            var id = $"retry-after {header ?? "missing"}";
            await world.Webex.BreakAsync(new { id, status = 429, retryAfter = header, path = $"/{Endpoint}*", email = LocalWebex.BotEmail }, cancellationToken);
            var talking = TalkAsync(says, asks, chance, seconds + 1, cancellationToken);
            await Patience.WaitAsync(TimeSpan.FromSeconds(0.3 + seconds / 2), cancellationToken);
            await world.Webex.MendAsync(cancellationToken);
            await talking;
            await world.SettledAsync(TimeSpan.FromSeconds(60), cancellationToken);
            await RequireSilenceAsync(world, id, TimeSpan.FromSeconds(seconds), findings, cancellationToken);
        }

        await Invariants.CheckAsync(world, findings, cancellationToken);
        findings.Note("kinds of Retry-After", variants.Count);
        findings.Note("replies", says.Replies + asks.Replies);
        (await says.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        (await asks.ReadAsync(cancellationToken)).RequireExactlyOnce(findings);
        if (Endpoint != "messages")
            await RequireOthersGoOnAsync(world, says, TimeSpan.FromSeconds(setting.IsSmall ? 2.5 : 1), findings, cancellationToken);
    }

    private static Task TalkAsync(Conversation says, Conversation asks, Random chance, double seconds, CancellationToken cancellationToken) => Task.WhenAll(
        says.SayManyAsync((int)(10 * seconds), new Random(chance.Next()), perSecond: 10, cancellationToken),
        asks.SayManyAsync((int)(3 * seconds), new Random(chance.Next()), perSecond: 3, cancellationToken, command: "ask"));

    /// <summary>By the simulator's account: after the first 429, nothing comes before the time is over.</summary>
    private async Task RequireSilenceAsync(World world, string fault, TimeSpan wait, Findings findings, CancellationToken cancellationToken)
    {
        var calls = (await world.Webex.LedgerAsync($"kind=call&person={LocalWebex.BotEmail}", cancellationToken))
            .Where(line => line.Call!.Route.StartsWith($"/v1/{Endpoint}", StringComparison.Ordinal)).ToList();
        var first = calls.FirstOrDefault(line => line.Call!.Fault == fault);
        findings.Require(first is not null, $"{fault}: nothing was answered with 429");
        if (first is null)
            return;
        var early = calls.Select(line => line.Time - first.Time).Where(after => after > UnderWay && after < wait - Margin);
        findings.RequireNone(early.Select(after => after.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)), $"{fault}: calls came before its time, after so many seconds");
    }

    private static async Task RequireOthersGoOnAsync(World world, Conversation says, TimeSpan most, Findings findings, CancellationToken cancellationToken)
    {
        var waits = new List<TimeSpan>();
        foreach (var room in says.Rooms)
        {
            var said = (await room.ReadAsync(world.Webex, cancellationToken)).ToLookup(message => message.IsOfTheBot);
            waits.AddRange(said[false].Zip(said[true]).Select(pair => pair.Second.Created - pair.First.Created));
        }

        findings.Note("ms at most for a reply that needed nothing of it", $"{waits.Max().TotalMilliseconds:0}");
        findings.RequireNone(waits.Where(wait => wait > most), "a reply that needed nothing of it was late");
    }
}
