using BotHost.Access;

namespace BotHost.Operations;

/// <summary>
/// Where an agent and a resource meet: how much it is given, and buttons for another level. A click gives or refuses by a grant of its own name, without
/// narrowing; what else is given or refused stays, and is told below.
/// </summary>
internal sealed record MatrixCell(AgentProfile Agent, AgentResource Resource)
{
    private string Own => "matrix-" + AgentWords.Of(Resource);

    private IReadOnlyList<AgentGrant> About { get; } = [.. Agent.Grants.Where(grant => grant.IsAbout(Resource))];

    /// <summary>The most that any grant gives, unless something refuses all of it.</summary>
    public AgentLevel Most => Given(_ => true);

    /// <summary>The most that is given everywhere, and without asking anybody.</summary>
    public AgentLevel Everywhere => Given(grant => !grant.IsNarrowed && grant.Approval.Count == 0);

    /// <summary>Levels at which something can be done that cannot be done below.</summary>
    public static IReadOnlyList<AgentLevel> Levels(AgentResource resource) => resource switch
    {
        AgentResource.Events => [AgentLevel.Off, AgentLevel.Read],
        AgentResource.Commands => [AgentLevel.Off, AgentLevel.Read, AgentLevel.Use],
        AgentResource.People or AgentResource.Host => [AgentLevel.Off, AgentLevel.Read, AgentLevel.Full],
        _ => Enum.GetValues<AgentLevel>(),
    };

    public Html ToHtml(HttpContext context, string back) => $"""
        <td>{Page.Command(context, "agent grant", $"""
        <input type="hidden" name="agent" value="{Agent.Name}"><input type="hidden" name="name" value="{Own}"><input type="hidden" name="resources" value="{AgentWords.Of(Resource)}">
        <span class="levels">{Levels(Resource).Select(level => Button(context, level))}</span>
        """, back)}{Note()}</td>
        """;

    private Html Button(HttpContext context, AgentLevel level)
    {
        var word = AgentWords.Of(level);
        var pressed = level == Offered(Everywhere) ? "true" : level == Offered(Most) ? "mixed" : "false";
        var label = $"{word}: {AgentWords.Of(Resource)} of {Agent.Name}";
        Html does = level == AgentLevel.Off ? (Html)$"formaction=\"{Page.To(context, "/page/" + Page.Do("agent deny"))}\"" : $"name=\"level\" value=\"{word}\"";
        return $"""<button class="level {word}" {does} aria-pressed="{pressed}" aria-label="{label}" title="{label}">{word}</button>""";
    }

    private AgentLevel Given(Func<AgentGrant, bool> by) => About.Any(grant => grant is { IsDeny: true, IsNarrowed: false })
        ? AgentLevel.Off
        : About.Where(by).Select(grant => grant.Level).DefaultIfEmpty(AgentLevel.Off).Max();

    private AgentLevel Offered(AgentLevel level) => Levels(Resource).Last(offered => offered <= level);

    /// <summary>What other grants make of it: a click does not take these away.</summary>
    private Html Note()
    {
        string[] parts = [.. About.Where(grant => grant.Name != Own).OrderByDescending(grant => grant.IsDeny).Select(Said)];
        return parts.Length == 0 ? Html.Empty : $"""<span class="note">{string.Join("; ", parts)}</span>""";

        static string Said(AgentGrant grant) => grant switch
        {
            { IsDeny: true, IsNarrowed: true } => $"but for {grant.Name}",
            { IsDeny: true } => $"refused by {grant.Name}",
            { IsNarrowed: true } => $"{AgentWords.Of(grant.Level)} narrowed by {grant.Name}",
            { Approval.Count: > 0 } => $"{AgentWords.Of(grant.Level)} with approval by {grant.Name}",
            _ => $"{AgentWords.Of(grant.Level)} by {grant.Name}",
        };
    }
}
