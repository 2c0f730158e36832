using System.Globalization;
using BotHost.Access;

namespace BotHost.Operations;

/// <summary>Says what a grant gives or refuses, and what it is narrowed to.</summary>
internal static class GrantWords
{
    public static string Of(AgentGrant grant)
    {
        string[] parts = [.. Narrowings(grant), .. Limits(grant), .. Approval(grant)];
        return parts.Length > 0 ? string.Join("; ", parts) : grant.IsDeny ? "whatever else is given" : "everywhere";
    }

    private static IEnumerable<string> Narrowings(AgentGrant grant)
    {
        if (grant.Spaces.Count > 0)
            yield return $"in {Many(grant.Spaces, "the space", "the spaces")}";
        if (grant.Teams.Count > 0)
            yield return $"in {Many(grant.Teams, "the team", "the teams")}";
        if (grant.Domains.Count > 0)
            yield return $"about people of {Many(grant.Domains)}";
        if (grant.WriteTo.Count > 0)
            yield return $"written to {Many(grant.WriteTo)} only";
        if (grant.Hours is { } hours)
            yield return $"at {hours}";
    }

    private static IEnumerable<string> Limits(AgentGrant grant)
    {
        if (grant.PerMinute > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {grant.PerMinute} times a minute");
        if (grant.PerDay > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {grant.PerDay} times a day");
    }

    private static IEnumerable<string> Approval(AgentGrant grant)
    {
        if (grant.Approval.Count > 0)
            yield return $"{string.Join(", ", grant.Approval.Select(What))} only after a yes of {string.Join(" or ", grant.Approvers)}";

        static string What(string entry) => AgentWords.TryLevel(entry, out _) ? $"what needs {entry}" : entry;
    }

    private static string Many(IReadOnlyList<string> entries, string one = "", string many = "") => $"{(entries.Count == 1 ? one : many)} {string.Join(", ", entries)}".Trim();
}
