using System.Diagnostics;

namespace BotHost.Benchmarks.Faults;

/// <summary>All of them, and the command that runs them and prints the table.</summary>
internal static class Experiments
{
    public static IReadOnlyList<IExperiment> All { get; } =
    [
        new KillWhileReceiving(),
        KillWhileReplying.Direct,
        KillWhileReplying.WithEcho,
        KillWhileReplying.WithEchoesLost,
        KillWhileReplying.WithoutEcho,
        KillWhileReplying.OfThreeHosts,
        new KillWhileAgentsPost(),
        new ServerCrashes(),
        BrokenAnswers.Direct,
        BrokenAnswers.WithEcho,
        TooManyCalls.OfMessages,
        TooManyCalls.OfPeople,
        new StopUnderLoad(),
        new Freeze(),
        new HotRoom(),
        new BadHandlers(),
        new DiskFull(),
        new DatabaseLocked(),
        new DatabaseDamaged(),
        new ClockSet(),
    ];

    /// <returns>0; 1 where an invariant was violated.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Options(args) is not { } options)
            return 1;
        var rows = new List<Row>();
        foreach (var experiment in Chosen(options.Only))
        {
            Console.Error.WriteLine($"{experiment.Name}: {experiment.Does}");
            rows.Add(await RunAsync(experiment, new Setting(options.Seed, options.Scale), CancellationToken.None));
        }

        Table.Print(rows);
        return rows.Any(row => row.Violations.Count > 0) ? 1 : 0;
    }

    public static async Task<Row> RunAsync(IExperiment experiment, Setting setting, CancellationToken cancellationToken)
    {
        var (findings, clock) = (new Findings(), Stopwatch.StartNew());
        try
        {
            await experiment.RunAsync(setting, findings, cancellationToken);
            return new Row(experiment.Name, findings.Figures, setting.Seed, clock.Elapsed, findings.Violations, null);
        }
        catch (CannotRunException e)
        {
            return new Row(experiment.Name, findings.Figures, setting.Seed, clock.Elapsed, [], e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Row(experiment.Name, findings.Figures, setting.Seed, clock.Elapsed, [.. findings.Violations, $"it ended early: {e}"], null);
        }
    }

    /// <summary>The one of that name; else those whose names begin so.</summary>
    private static IEnumerable<IExperiment> Chosen(string? only) =>
        only is null ? All
        : All.Any(one => one.Name == only) ? All.Where(one => one.Name == only)
        : All.Where(one => one.Name.StartsWith(only, StringComparison.Ordinal));

    private static (string? Only, int Seed, double Scale)? Options(string[] args)
    {
        var (only, seed, scale) = ((string?)null, Environment.TickCount & 0xffff, 1.0);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--only" when All.Any(one => one.Name.StartsWith(args[i + 1], StringComparison.Ordinal)):
                    only = args[i + 1];
                    break;
                case "--seed" when int.TryParse(args[i + 1], out seed):
                case "--scale" when double.TryParse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture, out scale) && scale is > 0 and <= 1:
                    break;
                default:
                    Console.Error.WriteLine($"{args[i]} {args[i + 1]} is not understood. Experiments: {string.Join(", ", All.Select(one => one.Name))}; --seed takes a number, --scale 0 to 1.");
                    return null;
            }
        }

        return (only, seed, scale);
    }
}

/// <summary>One line of the table.</summary>
internal sealed record Row(string Name, string Figures, int Seed, TimeSpan Took, IReadOnlyList<string> Violations, string? Skipped);

internal static class Table
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        Console.WriteLine($"{"experiment",-28} {"seed",6} {"s",6}  result");
        foreach (var row in rows)
        {
            var result = row.Skipped is { } why ? $"skipped: {why}" : row.Violations.Count == 0 ? "ok" : "VIOLATED";
            Console.WriteLine($"{row.Name,-28} {row.Seed,6} {row.Took.TotalSeconds,6:0.0}  {result}: {row.Figures}");
            foreach (var violation in row.Violations)
                Console.WriteLine($"{"",42}  {violation}");
        }
    }
}
