namespace BotHost.Operations;

/// <summary>What agents have asked people. What waits for a yes can be given one here.</summary>
internal static class ApprovalsPage
{
    public static async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken) => Page.Show(context, "Approvals", $"""
        <p>Calls that a grant leaves to people wait for the first answer of those it names, or for yours. A yes is good for one call, the same one. <span id="live" class="hint" role="status"></span></p>
        {Page.Live(context, "/page/approvals/rows", await ListAsync(context, cancellationToken).ConfigureAwait(false))}
        """, script: true);

    /// <summary>The rows alone, for the script.</summary>
    public static async Task<IResult> RowsAsync(HttpContext context, CancellationToken cancellationToken) =>
        Page.Piece(await ListAsync(context, cancellationToken).ConfigureAwait(false));

    private static async Task<Html> ListAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var answer = await PageEndpoints.AskAsync(context, "approval list", new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        return answer.Tables is [{ Rows.Count: > 0 } table] ? TablePart.Of(table, Decide) : TablePart.Of(answer);

        Html Decide(IReadOnlyList<object?> row) => row is [long id, _, "approval", "pending", ..]
            ? (Html)$"""{Button("approve", "Approve", id, "main")}{Button("deny", "Deny", id, "danger")}"""
            : Html.Empty;

        Html Button(string verb, string word, long id, string kind) => Page.Button(
            context, "approval " + verb, "number", TablePart.Cell(id).ToString(), $"""{word}<span class="unseen"> request {id}</span>""", "/page/approvals", kind);
    }
}
