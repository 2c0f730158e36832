namespace BotHost.Benchmarks.Faults;

/// <summary>The database file is damaged, in several ways: the host must say so and not start, rather than forget what it had promised.</summary>
internal sealed class DatabaseDamaged : IExperiment
{
    private static readonly (string What, Action<string, Random> Damage)[] Damages =
    [
        ("its first page is overwritten", (file, chance) => Overwrite(file, chance, from: 0, length: 4096)),
        ("it is no database", (file, _) => File.WriteAllText(file, "This is a text of somebody's who mistook the file for his own.\n")),
        ("all but its first page is overwritten", (file, chance) => Overwrite(file, chance, from: 4096, length: long.MaxValue)),
        ("its end is missing", (file, _) => Truncate(file)),
    ];

    public string Name => "database-damaged";

    public string Does => "the database file is overwritten or cut: the host refuses to start, and says which file and what to do";

    public async Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken)
    {
        var chance = setting.Chance();
        foreach (var (what, damage) in Damages)
        {
            await using var world = await World.CreateAsync(people: 1, cancellationToken);
            using (var events = new SignedEvents(world))
            {
                await world.StartAsync(cancellationToken);
                await events.SendAsync(connections: 8, most: 200, cancellationToken);
                await world.Host.TerminateAsync(cancellationToken);
            }

            var file = ((SqliteStore)world.Store).File;
            damage(file, chance);
            var host = world.Launch();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            var code = await host.WhenEndedAsync(patience.Token).ContinueWith(ended => ended.IsCanceled ? (int?)null : ended.Result, TaskScheduler.Default);
            findings.Require(code == 1, $"{what}: it {(code is null ? "started" : $"ended with {code}")}");
            findings.Require(code is null || host.Said.Any(line => line.Contains(file) && line.Contains("restore it from a back-up")),
                $"{what}: it did not say what to do, but {string.Join(' ', host.Said.TakeLast(3))}");
        }

        findings.Note("kinds of damage", Damages.Length);
    }

    private static void Overwrite(string file, Random chance, long from, long length)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        var noise = new byte[Math.Min(length, stream.Length - from)];
        chance.NextBytes(noise);
        stream.Position = from;
        stream.Write(noise);
    }

    private static void Truncate(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.SetLength(stream.Length / 2);
    }
}
