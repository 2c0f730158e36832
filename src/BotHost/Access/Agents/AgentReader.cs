using System.Globalization;

namespace BotHost.Access;

/// <summary>Makes agents of the settings, and says all that is wrong with these.</summary>
internal static class AgentReader
{
    public static (IReadOnlyList<AgentProfile> Agents, IReadOnlyList<string> Problems) Read(AgentOptions options)
    {
        var problems = new List<string>();
        Limits("Agents", options.PerMinute, options.PerDay, problems);
        if (options.RefusalsPerMinute is < 0 or > 6000)
            problems.Add("Agents:RefusalsPerMinute must lie between 0 and 6000.");
        List<AgentProfile> agents = [.. options.Named.Select(agent => Read(agent.Key, agent.Value, options, problems)).OfType<AgentProfile>()];
        problems.AddRange(agents.Where(agent => agent.Subject is not null).GroupBy(agent => agent.Subject, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"Agents:Named has {string.Join(" and ", same.Select(agent => agent.Name))} with the same Subject. A token must mean one of them."));
        return (agents, problems);
    }

    private static AgentProfile? Read(string name, AgentSettings said, AgentOptions options, List<string> problems)
    {
        var setting = $"Agents:Named:{name}";
        if (!AgentWords.IsName(name))
            problems.Add($"{setting}: '{name}' {AgentWords.NameRule}.");
        Limits(setting, said.PerMinute ?? 0, said.PerDay ?? 0, problems);
        var identity = said.Identity is null ? null : WebexIdentity.Parse(said.Identity.Trim());
        if (identity is null)
            problems.Add($"{setting}:Identity is '{said.Identity}'. Say as whom it acts at Webex: bot, person:<id> or service:<name>.");
        var grants = new List<AgentGrant>();
        foreach (var (grantName, rule) in said.Grants)
        {
            var (grant, wrong) = AgentGrantReader.Read(grantName, rule);
            problems.AddRange(wrong.Select(problem => $"{setting}:Grants:{grantName} {problem}"));
            if (grant is not null)
                grants.Add(grant with { IsConfigured = true });
        }

        return identity is null ? null : new AgentProfile(name, identity)
        {
            IsConfigured = true,
            Subject = string.IsNullOrWhiteSpace(said.Subject) ? null : said.Subject.Trim(),
            PerMinute = said.PerMinute ?? options.PerMinute,
            PerDay = said.PerDay ?? options.PerDay,
            Grants = grants,
        };
    }

    private static void Limits(string setting, int perMinute, int perDay, List<string> problems)
    {
        if (perMinute is < 0 or > 6000)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{setting}:PerMinute must lie between 0 and 6000."));
        if (perDay is < 0 or > 1_000_000)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{setting}:PerDay must lie between 0 and 1000000."));
    }
}
