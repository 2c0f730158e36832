using System.Globalization;
using BotHost.Access;

namespace BotHost.Operations;

/// <summary>One agent: what it is given in words, how much of it it used today, its keys.</summary>
internal sealed class AgentPage(AgentChanges changes, AgentBudgets budgets, TimeProvider time)
{
    public IResult Show(HttpContext context, string name)
    {
        var book = changes.Book;
        if (book.Find(name) is not { } agent)
            return Page.Message(context, StatusCodes.Status404NotFound, "No such agent", AgentChanges.NoSuch(name).Sentence!);
        var back = "/page/agent/" + agent.Name;
        return Page.Show(context, agent.Name, $"""
            <div class="switch{(agent.IsStopped ? " off" : "")}"><p>{AgentsPage.State(agent)} Acts as <b>{agent.Identity.ToString()}</b>; known from the {AgentTables.From(agent.IsConfigured)}.
            {(book.AreStopped ? "All agents are stopped." : "")}</p>{AgentsPage.StopOrStart(context, agent, book.AreStopped, back)}</div>
            {AgentsPage.Matrix(context, book, [agent], isAll: false, back)}
            <h2>Given and refused</h2>
            {Grants(context, agent, back)}
            {GrantForm.Of(context, agent.Name, back)}
            <h2>Used today</h2>
            {Used(agent)}
            <h2>Keys</h2>
            {Keys(context, book, agent, back)}
            {Remove(context, agent)}
            """);
    }

    /// <summary>The only page that ever has a key on it.</summary>
    public static IResult ShowKey(HttpContext context, string? sentence, string key, string back) => Page.Show(context, "A new key", $"""
        <p class="notice" role="status">{sentence}</p>
        <p><label for="key">Key</label><input id="key" class="key" readonly value="{key}" autocomplete="off" spellcheck="false"></p>
        <p class="hint">The agent sends it as <code>Authorization: Bearer …</code> to <code>/mcp</code>. Copy it now: when you leave this page it is gone.</p>
        <p><a href="{Page.To(context, back)}">I have copied it</a></p>
        """);

    private static Html Grants(HttpContext context, AgentProfile agent, string back)
    {
        if (agent.Grants.Count == 0)
            return $"<p>Nothing yet, so everything is denied.</p>";
        return TablePart.Of(
            new AdminTable("grants", ["grant", "level", "resources", "where and how", "from"],
            [
                .. agent.Grants.Select(grant => new object?[]
                {
                    grant.Name, grant.IsDeny ? "refused" : AgentWords.Of(grant.Level), string.Join(", ", grant.Resources.Select(AgentWords.Of)), GrantWords.Of(grant),
                    AgentTables.From(grant.IsConfigured),
                }),
            ]),
            row => row[4] is "settings" ? Html.Empty : Page.Command(context, "agent revoke", $"""
                <input type="hidden" name="agent" value="{agent.Name}"><input type="hidden" name="name" value="{(string)row[0]!}"><button class="danger">Take back<span class="unseen"> {(string)row[0]!}</span></button>
                """, back));
    }

    private Html Used(AgentProfile agent)
    {
        var used = budgets.Today(agent.Name);
        (string Name, int PerMinute, int PerDay, long Used)[] rows =
        [
            ("all calls", agent.PerMinute, agent.PerDay, used.GetValueOrDefault("")),
            .. agent.Grants.Where(grant => grant.PerMinute > 0 || grant.PerDay > 0).Select(grant => ("by " + grant.Name, grant.PerMinute, grant.PerDay, used.GetValueOrDefault(grant.Name))),
        ];
        return TablePart.Of(new AdminTable("limits", ["what", "today (UTC)", "a day", "a minute"],
            [.. rows.Select(row => new object?[] { row.Name, row.PerDay > 0 ? row.Used : "not counted", Limit(row.PerDay), Limit(row.PerMinute) })]));

        static string Limit(int limit) => limit == 0 ? "without end" : limit.ToString(CultureInfo.InvariantCulture);
    }

    private Html Keys(HttpContext context, AgentBook book, AgentProfile agent, string back)
    {
        var table = AgentTables.Keys(book.Stored.Keys.Where(key => key.Agent == agent.Name), time.GetUtcNow());
        Html keys = table.Rows.Count == 0 ? $"<p>None yet, so it cannot come in.</p>" : TablePart.Of(table, row => $"""
            {(row[2] is "counts" ? Page.Button(context, "agent key rotate", "key", (string)row[0]!, $"""Rotate<span class="unseen"> {(string)row[0]!}</span>""", back) : Html.Empty)}
            {Page.Button(context, "agent key revoke", "key", (string)row[0]!, $"""Revoke<span class="unseen"> {(string)row[0]!}</span>""", back, "danger")}
            """);
        Html make = Page.Command(context, "agent key new", $"""
            <fieldset><legend>New key</legend>
            <input type="hidden" name="agent" value="{agent.Name}">
            <p><label for="days">Ends after so many days</label><input id="days" name="days" inputmode="numeric" pattern="[0-9]+" aria-describedby="days-rule"><small id="days-rule">nothing: it does not end</small></p>
            <p><button class="main">Make a key</button></p>
            </fieldset>
            """, back);
        return $"{keys}{make}";
    }

    private static Html Remove(HttpContext context, AgentProfile agent) => agent.IsConfigured ? Html.Empty : $"""
        <details><summary>Remove {agent.Name}</summary><p>It goes with its grants and keys, at once.</p>{Page.Button(context, "agent remove", "agent", agent.Name, $"Remove {agent.Name}", kind: "danger")}</details>
        """;
}
