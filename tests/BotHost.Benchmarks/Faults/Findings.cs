namespace BotHost.Benchmarks.Faults;

/// <summary>What an experiment found: figures, and the invariants that did not hold.</summary>
internal sealed class Findings
{
    private const int MostExamples = 3;

    private readonly List<string> _figures = [];
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    public string Figures => string.Join(", ", _figures);

    /// <summary>Notes a number for the table.</summary>
    public void Note(string what, object number) => _figures.Add($"{number} {what}");

    /// <summary>States what must hold.</summary>
    public void Require(bool holds, string invariant)
    {
        if (!holds)
            _violations.Add(invariant);
    }

    /// <summary>States that there must be none of these, and gives examples where there are.</summary>
    public void RequireNone<T>(IEnumerable<T> those, string invariant)
    {
        var found = those.ToList();
        if (found.Count > 0)
            _violations.Add($"{invariant}: {found.Count}, such as {string.Join("; ", found.Take(MostExamples))}");
    }
}
