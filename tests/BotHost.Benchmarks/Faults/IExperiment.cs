namespace BotHost.Benchmarks.Faults;

/// <summary>One fault that the host must survive, as an experiment that can fail.</summary>
internal interface IExperiment
{
    /// <summary>What it is called on the command line and in the table.</summary>
    string Name { get; }

    /// <summary>What is done to the host, in one sentence.</summary>
    string Does { get; }

    /// <summary>Does it, and writes into <paramref name="findings"/> what came of it.</summary>
    Task RunAsync(Setting setting, Findings findings, CancellationToken cancellationToken);
}

/// <summary>How an experiment is run.</summary>
/// <param name="Seed">Of everything that is left to chance.</param>
/// <param name="Scale">1 for the numbers of the full set; less for a quick look.</param>
internal sealed record Setting(int Seed, double Scale)
{
    /// <summary>Whether this is a quick look, beside whatever else the machine does: what takes its time there shows little.</summary>
    public bool IsSmall => Scale < 0.5;

    /// <summary>A number of the full set, made smaller, but not too small to mean anything.</summary>
    public int Of(int full, int least) => Math.Max(least, (int)Math.Round(full * Math.Min(Scale, 1)));

    public Random Chance() => new(Seed);
}

/// <summary>What this machine lacks for an experiment.</summary>
internal sealed class CannotRunException(string why) : Exception(why);
