using BotHost.Access;
using BotHost.Agents;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>All agents and how much of what each is given; the switch for all of them.</summary>
internal sealed class AgentsPage(AgentChanges changes, IOptions<AgentServerOptions> server)
{
    private static readonly AgentResource[] Resources = Enum.GetValues<AgentResource>();

    public IResult Show(HttpContext context)
    {
        var book = changes.Book;
        Html served = server.Value.Enabled ? Html.Empty : $"""<p class="hint">Agents are not served yet: set <code>Agents:Enabled</code> to <code>true</code>.</p>""";
        return Page.Show(context, "Agents", $"""
            {served}
            {Switch(context, book)}
            {Matrix(context, book, [.. book.Agents.OrderBy(agent => agent.Name, StringComparer.Ordinal)], isAll: true, "")}
            {Add(context)}
            """);
    }

    /// <summary>Agents by resources.</summary>
    public static Html Matrix(HttpContext context, AgentBook book, IReadOnlyList<AgentProfile> agents, bool isAll, string back)
    {
        if (agents.Count == 0)
            return $"<p>No agents are known yet. Make one known below.</p>";
        return $"""
            <div class="scroll"><table class="matrix"><caption>What each agent may do. A click counts at once, on every host.</caption>
            <thead><tr>{(isAll ? Heading("agent") : Html.Empty)}{Resources.Select(resource => Heading(AgentWords.Of(resource).Replace('-', ' ')))}</tr></thead>
            <tbody>{agents.Select(Row)}</tbody></table></div>
            <p class="hint">Levels: <b>read</b> to look, <b>use</b> to make and change, <b>full</b> to delete and administer; <b>off</b> refuses, whatever else is given. Outlined: in places, at times, or after a yes.
            What is narrowed to spaces, people or hours is given on an agent's own page.</p>
            """;

        Html Row(AgentProfile agent) => $"<tr>{(isAll ? Who(context, agent, book.AreStopped) : Html.Empty)}{Resources.Select(resource => new MatrixCell(agent, resource).ToHtml(context, back))}</tr>";
    }

    /// <summary>Ends all an agent does with a click, or lets it in again.</summary>
    public static Html StopOrStart(HttpContext context, AgentProfile agent, bool areAllStopped, string back) => agent.IsStopped
        ? areAllStopped ? Html.Empty : Page.Button(context, "agent start", "agent", agent.Name, $"""Start<span class="unseen"> {agent.Name}</span>""", back)
        : Page.Button(context, "agent stop", "agent", agent.Name, $"""Stop<span class="unseen"> {agent.Name}</span>""", back, "danger");

    public static Html State(AgentProfile agent) => $"""<span class="state {AgentTables.State(agent)}">{AgentTables.State(agent)}</span>""";

    private static Html Switch(HttpContext context, AgentBook book) => book.AreStopped
        ? (Html)$"""<div class="switch off"><p><b>All agents are stopped.</b> None may do anything, on any host.</p>{Page.Button(context, "agents start", null, null, $"Let agents in again", kind: "main")}</div>"""
        : $"""<div class="switch"><p>Stops every agent at once, on every host, also after a restart.</p>{Page.Button(context, "agents stop", null, null, $"Stop all agents", kind: "danger")}</div>""";

    private static Html Who(HttpContext context, AgentProfile agent, bool areAllStopped) => $"""
        <th scope="row"><a href="{Page.To(context, "/page/agent/" + agent.Name)}">{agent.Name}</a> {State(agent)}<span class="note">as {agent.Identity.ToString()}</span>{StopOrStart(context, agent, areAllStopped, "")}</th>
        """;

    private static Html Heading(string name) => $"""<th scope="col">{name}</th>""";

    private static Html Add(HttpContext context) => Page.Command(context, "agent add", $"""
        <fieldset><legend>Make an agent known</legend>
        <p class="hint">It may do nothing until you give it something.</p>
        <p><label for="agent">Name</label><input id="agent" name="agent" required maxlength="64" pattern="[a-z][a-z0-9\-]*" placeholder="triage" aria-describedby="agent-rule"><small id="agent-rule">lower case letters, digits, hyphens</small></p>
        <p><label for="identity">Acts as</label><input id="identity" name="identity" required value="bot" aria-describedby="identity-rule"><small id="identity-rule"><code>bot</code>, <code>person:&lt;id&gt;</code> or <code>service:&lt;name&gt;</code></small></p>
        <p><button class="main">Add</button></p>
        </fieldset>
        """);
}
