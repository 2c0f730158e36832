using System.Collections.Frozen;

namespace BotHost.Webex;

/// <summary>Which scope a call takes, so that one which cannot succeed is not made.</summary>
internal static class CallScopes
{
    private static readonly FrozenDictionary<(string Method, int Length), ScopeRow[]> Rows = ScopeTable.All
        .GroupBy(row => (row.Method, row.Template.Length)).ToFrozenDictionary(group => group.Key, group => group.OrderBy(row => row.Holes).ToArray());

    /// <summary>
    /// What the token of a bot is good for: all of messaging (the guide says so, the portal shows no list), and nothing of meetings,
    /// administration or compliance.
    /// </summary>
    public static IReadOnlySet<string> OfBots { get; } = FrozenSet.Create(
        "spark:messages_read", "spark:messages_write", "spark:rooms_read", "spark:rooms_write", "spark:memberships_read", "spark:memberships_write",
        "spark:teams_read", "spark:teams_write", "spark:team_memberships_read", "spark:team_memberships_write", "spark:people_read");

    /// <exception cref="ScopeMissingException">The scopes are known, and none of those it takes is among them.</exception>
    public static void Check(WebexCall call, IReadOnlySet<string>? scopes)
    {
        if (scopes is not null && Of(call.Method.Method, call.Segments) is { Count: > 0 } any && !any.Any(scopes.Contains))
            throw new ScopeMissingException(call, any);
    }

    /// <summary>The scopes of which a call takes any one; empty where it takes none or nobody knows; null where there is no row for it.</summary>
    public static IReadOnlyList<string>? Of(string method, IReadOnlyList<string> path) =>
        Rows.GetValueOrDefault((method == "HEAD" ? "GET" : method, path.Count))?.FirstOrDefault(row => row.Fits(path))?.AnyOf;
}

/// <summary>The scopes of one call.</summary>
/// <param name="Call">The method and the path, <c>{}</c> for an id: <c>GET rooms/{}</c>.</param>
/// <param name="AnyOf">Any one of them will do, the least first. None: every token may, or it is not known who may.</param>
internal sealed record ScopeRow(string Call, params IReadOnlyList<string> AnyOf)
{
    public string Method { get; } = Call[..Call.IndexOf(' ', StringComparison.Ordinal)];

    public string[] Template { get; } = Call[(Call.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/');

    public int Holes => Template.Count(segment => segment == "{}");

    public bool Fits(IReadOnlyList<string> path) => Template.Zip(path).All(pair => pair.First == "{}" || pair.First == pair.Second);
}
