using System.Globalization;
using BotHost.Access;

namespace BotHost.Operations;

/// <summary>What agents did, newest first, kept fresh where scripts run.</summary>
internal static class AuditPage
{
    private static readonly string[] Filters = ["agent", "verdict", "resource", "since"];

    public static async Task<IResult> ShowAsync(HttpContext context, AgentChanges changes, CancellationToken cancellationToken)
    {
        var said = Said(context.Request.Query);
        var rows = await ListAsync(context, said, cancellationToken).ConfigureAwait(false);
        return Page.Show(context, "Audit", $"""
            <form method="get" class="filters">
            {Choice("agent", "Agent", said, [.. changes.Book.Agents.Select(agent => agent.Name).Order(StringComparer.Ordinal)])}
            {Choice("verdict", "Verdict", said, [.. Enum.GetNames<AgentVerdict>().Select(name => name.ToLowerInvariant())])}
            {Choice("resource", "Resource", said, [.. Enum.GetValues<AgentResource>().Select(AgentWords.Of)])}
            <p><label for="since">Since (UTC)</label><input id="since" name="since" type="datetime-local" value="{Since(said)}"></p>
            <p><button class="main">Show</button> <span id="live" class="hint" role="status"></span></p>
            </form>
            {Page.Live(context, "/page/audit/rows" + context.Request.QueryString.Value, rows)}
            """, script: true);
    }

    /// <summary>The rows alone, for the script.</summary>
    public static async Task<IResult> RowsAsync(HttpContext context, CancellationToken cancellationToken) =>
        Page.Piece(await ListAsync(context, Said(context.Request.Query), cancellationToken).ConfigureAwait(false));

    private static async Task<Html> ListAsync(HttpContext context, Dictionary<string, string> said, CancellationToken cancellationToken)
    {
        var answer = await PageEndpoints.AskAsync(context, "audit list", said, cancellationToken).ConfigureAwait(false);
        return answer.Outcome == AdminOutcome.Done ? TablePart.Of(answer) : (Html)$"""<p class="trouble" role="alert">{answer.Sentence}</p>""";
    }

    private static Dictionary<string, string> Said(IQueryCollection query) =>
        Filters.Where(name => !string.IsNullOrWhiteSpace(query[name])).ToDictionary(name => name, name => query[name].ToString());

    /// <summary>As the field takes it; what is no time is not shown again.</summary>
    private static string Since(Dictionary<string, string> said) =>
        DateTimeOffset.TryParse(said.GetValueOrDefault("since"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            : "";

    private static Html Choice(string name, string label, Dictionary<string, string> said, IReadOnlyList<string> values)
    {
        var chosen = said.GetValueOrDefault(name);
        return $"""
            <p><label for="{name}">{label}</label><select id="{name}" name="{name}"><option value="">all</option>{values.Select(Option)}</select></p>
            """;

        Html Option(string value) => value == chosen ? (Html)$"""<option selected>{value}</option>""" : $"<option>{value}</option>";
    }
}
