using BotHost.Benchmarks.Faults;

namespace BotHost.Tests.Faults;

/// <summary>
/// Everything that must not break the host, done to it, with small numbers. The full set:
/// <c>dotnet run -c Release --project tests/BotHost.Benchmarks -- faults</c>.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FaultTests
{
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Names))]
    public async Task The_host_survives(string experiment)
    {
        var seed = Environment.TickCount & 0xffff;
        var row = await Experiments.RunAsync(
            Experiments.All.Single(one => one.Name == experiment), new Setting(seed, Scale: 0.01), TestContext.Current.CancellationToken);

        Assert.SkipWhen(row.Skipped is not null, row.Skipped ?? "");
        row.Violations.ShouldBeEmpty($"again with: faults --only {experiment} --scale 0.01 --seed {seed}; {row.Figures}");
    }

    public static TheoryData<string> Names => [.. Experiments.All.Select(one => one.Name)];
}

/// <summary>They measure times and need the processor to themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
