using System.Text.RegularExpressions;

namespace BotHost.Operations;

/// <summary>The operators' page. It runs the same commands as the program's verbs.</summary>
internal static partial class PageEndpoints
{
    /// <summary>Who is written down for what is done here.</summary>
    public const string Actor = "admin";

    public static IServiceCollection AddOperatorsPage(this IServiceCollection services) =>
        services.AddSingleton<AdminSessions>().AddSingleton<PageDoor>().AddSingleton<SignInPage>().AddSingleton<AgentsPage>().AddSingleton<AgentPage>();

    public static void MapOperatorsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PageDoor.Front, (AgentsPage page, HttpContext context) => page.Show(context));
        endpoints.MapPost(PageDoor.SignIn, (SignInPage page, HttpContext context) => page.SignInAsync(context, context.RequestAborted));
        endpoints.MapPost(PageDoor.Inner + "/sign-out", (SignInPage page, HttpContext context) => page.SignOutAsync(context, context.RequestAborted));
        endpoints.MapGet(PageDoor.Style, () => File("page.css", "text/css"));
        endpoints.MapGet(PageDoor.Script, () => File("page.js", "text/javascript"));
        var pages = endpoints.MapGroup(PageDoor.Inner);
        pages.MapGet("/agent/{name}", (string name, AgentPage page, HttpContext context) => page.Show(context, name));
        pages.MapGet("/audit", AuditPage.ShowAsync);
        pages.MapGet("/audit/rows", AuditPage.RowsAsync);
        pages.MapGet("/approvals", ApprovalsPage.ShowAsync);
        pages.MapGet("/approvals/rows", ApprovalsPage.RowsAsync);
        pages.MapGet("/identities", TablePages.IdentitiesAsync);
        pages.MapGet("/work", TablePages.WorkAsync);
        pages.MapPost("/do/{group}/{verb}/{third?}", DoAsync);
    }

    /// <summary>Asks for what a page shows.</summary>
    public static Task<AdminAnswer> AskAsync(HttpContext context, string command, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken) =>
        AdminCommands.Find(command)!.RunAsync(context.RequestServices, new AdminCall(Actor, values), cancellationToken);

    /// <summary>Goes on to another page, below <c>/admin</c>.</summary>
    public static IResult See(HttpContext context, string path)
    {
        context.Response.Headers.Location = Page.To(context, path);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>What went wrong is answered at once, and browsers go back to what was typed; what was done is told by the page that follows. A secret is shown here, and nowhere again.</summary>
    private static async Task<IResult> DoAsync(string group, string verb, string? third, HttpContext context, CancellationToken cancellationToken)
    {
        var name = third is null ? $"{group} {verb}" : $"{group} {verb} {third}";
        if (AdminCommands.Find(name) is not { IsChange: true } command || !Offered().IsMatch(name) || await PageForm.ReadAsync(context.Request, cancellationToken).ConfigureAwait(false) is not { } form)
            return Page.Message(context, StatusCodes.Status404NotFound, "There is no such thing to do here", "The program's verbs can do more: see its README.");
        var answer = await command.RunAsync(context.RequestServices, new AdminCall(Actor, form.Said), cancellationToken).ConfigureAwait(false);
        if (answer.Outcome != AdminOutcome.Done)
            return Page.Message(context, (int)answer.Outcome, "Nothing was changed", answer.Sentence ?? "");
        var back = form[PageForm.Back] is { } said && Path().IsMatch(said) ? said : "";
        if (answer.Tables.FirstOrDefault(table => table.Name == "key") is { } key)
            return AgentPage.ShowKey(context, answer.Sentence, (string)key.Rows[0][0]!, back);
        AdminCookie.Tell(context, answer.Sentence ?? "Done.");
        return See(context, back);
    }

    private static IResult File(string name, string type) =>
        Results.Stream(typeof(PageEndpoints).Assembly.GetManifestResourceStream("BotHost.Operations.Page." + name)!, type + "; charset=utf-8");

    /// <summary>Erasing people and copying the store take a terminal.</summary>
    [GeneratedRegex("^(agents? |approval |identity revoke$)")]
    private static partial Regex Offered();

    [GeneratedRegex(@"^(/page/[a-z0-9/-]*)?\z")]
    private static partial Regex Path();
}
