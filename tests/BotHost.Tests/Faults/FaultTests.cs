using BotHost.Benchmarks.Faults;

namespace BotHost.Tests.Faults;

/// <summary>
/// Everything that must not break the host, done to it, with small numbers. The full set:
/// <c>dotnet run -c Release --project tests/BotHost.Benchmarks -- faults</c>.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FaultTests(FaultTests.Runs runs) : IClassFixture<FaultTests.Runs>
{
    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Names))]
    public async Task The_host_survives(string experiment)
    {
        var row = await runs.OfAsync(experiment);

        Assert.SkipWhen(row.Skipped is not null, row.Skipped ?? "");
        row.Violations.ShouldBeEmpty($"again with: faults --only {experiment} --scale {Runs.Scale} --seed {row.Seed}; {row.Figures}");
    }

    public static TheoryData<string> Names => [.. Experiments.All.Select(one => one.Name)];

    /// <summary>They mostly wait, each for processes of its own: three run at a time, so that one which measures time is not in the others' way.</summary>
    public sealed class Runs : IDisposable
    {
        public const double Scale = 0.01;

        private readonly SemaphoreSlim _few = new(3);
        private readonly Dictionary<string, Task<Row>> _rows;

        public Runs() => _rows = Experiments.All.ToDictionary(one => one.Name, one => Task.Run(() => RunAsync(one)));

        internal Task<Row> OfAsync(string experiment) => _rows[experiment].WaitAsync(TestContext.Current.CancellationToken);

        public void Dispose() => _few.Dispose();

        private async Task<Row> RunAsync(IExperiment experiment)
        {
            await _few.WaitAsync();
            try
            {
                return await Experiments.RunAsync(experiment, new Setting(Environment.TickCount & 0xffff, Scale), CancellationToken.None);
            }
            finally
            {
                _few.Release();
            }
        }
    }
}

/// <summary>They take the processor from whoever measures time, and measure it themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
