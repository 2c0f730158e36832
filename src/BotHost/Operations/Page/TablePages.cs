namespace BotHost.Operations;

/// <summary>Pages that are what a command tells, with what can be done about each row.</summary>
internal static class TablePages
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static async Task<IResult> IdentitiesAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var answer = await PageEndpoints.AskAsync(context, "identity list", Nothing, cancellationToken).ConfigureAwait(false);
        return Page.Show(context, "Identities", $"""
            <p>As whom this host can call Webex: the bot, people who consented, service apps that were authorised. What is revoked is forgotten at once.</p>
            {answer.Tables.Select(table => TablePart.Of(table, Revoke))}
            """);

        Html Revoke(IReadOnlyList<object?> row) => row[0] is string id && id != "bot"
            ? Page.Button(context, "identity revoke", "id", id, $"""Revoke<span class="unseen"> {id}</span>""", "/page/identities", "danger")
            : Html.Empty;
    }

    public static async Task<IResult> WorkAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var answer = await PageEndpoints.AskAsync(context, "inbox stats", Nothing, cancellationToken).ConfigureAwait(false);
        return Page.Show(context, "Work", $"""
            <p>Events that came in, and effects that are to be seen at Webex. What is dead, quarantined, rejected or unknown waits for a person: <code>inbox list</code> and <code>outbox list</code> show it.</p>
            {TablePart.Of(answer)}
            """);
    }
}
