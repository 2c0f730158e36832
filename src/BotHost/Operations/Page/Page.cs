namespace BotHost.Operations;

/// <summary>What all pages share: the head, the way to the others, and what was just done.</summary>
internal static class Page
{
    private static readonly (string Path, string Name)[] Parts =
    [
        ("", "Agents"), ("/page/audit", "Audit"), ("/page/approvals", "Approvals"), ("/page/identities", "Identities"), ("/page/work", "Work"),
    ];

    /// <summary>A page for somebody with a session.</summary>
    /// <param name="script">Whether it does more where scripts run.</param>
    public static IResult Show(HttpContext context, string title, Html content, bool script = false)
    {
        Html notice = AdminCookie.TakeTold(context) is { } told ? $"""<p class="notice" role="status">{told}</p>""" : Html.Empty;
        Html run = script ? $"""<script src="{To(context, "/page/page.js")}" defer></script>""" : Html.Empty;
        return Result(context, StatusCodes.Status200OK, title, $"""
            <header>
            <a class="skip" href="#main">To the content</a>
            <p class="brand">BotHost</p>
            <nav aria-label="Pages"><ul>{Parts.Select(part => Link(context, part.Path, part.Name))}</ul></nav>
            {Form(context, "sign-out", $"<button>Sign out</button>")}
            </header>
            <main id="main">
            <h1>{title}</h1>
            {notice}
            {content}
            </main>
            {run}
            """);
    }

    /// <summary>A page that says one thing, also to somebody without a session.</summary>
    public static IResult Message(HttpContext context, int status, string title, string text) => Result(context, status, title, $"""
        <main id="main" class="narrow"><h1>{title}</h1><p class="trouble" role="alert">{text}</p><p><a href="{To(context, "")}">To the agents</a></p></main>
        """);

    public static IResult Result(HttpContext context, int status, string title, Html body)
    {
        Html page = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{title} · BotHost</title>
            <link rel="stylesheet" href="{To(context, "/page/page.css")}">
            </head>
            <body>
            {body}
            </body>
            </html>

            """;
        return Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>What the script keeps fresh.</summary>
    /// <param name="from">Where it asks for it, below <c>/admin</c>.</param>
    public static Html Live(HttpContext context, string from, Html content) => $"""<div id="rows" data-from="{To(context, from)}">{content}</div>""";

    /// <summary>A part of a page, for the script.</summary>
    public static IResult Piece(Html content) => Results.Text(content.ToString(), "text/html; charset=utf-8");

    /// <summary>A form of this session, to what is below <c>/admin/page</c>.</summary>
    /// <param name="back">Where to go afterwards, below <c>/admin</c>; null for the front.</param>
    public static Html Form(HttpContext context, string action, Html fields, string? back = null)
    {
        var token = context.Features.Get<AdminSession>()!.FormToken;
        Html way = back is null ? Html.Empty : $"""<input type="hidden" name="{PageForm.Back}" value="{back}">""";
        return $"""<form method="post" action="{To(context, "/page/" + action)}"><input type="hidden" name="{PageForm.Token}" value="{token}">{way}{fields}</form>""";
    }

    /// <summary>A form that runs a command.</summary>
    public static Html Command(HttpContext context, string command, Html fields, string? back = null) => Form(context, Do(command), fields, back);

    /// <summary>A button that runs a command about one thing.</summary>
    public static Html Button(HttpContext context, string command, string? argument, string? value, Html label, string? back = null, string kind = "") =>
        Command(context, command, argument is null ? $"""<button class="{kind}">{label}</button>""" : (Html)$"""<input type="hidden" name="{argument}" value="{value}"><button class="{kind}">{label}</button>""", back);

    /// <summary>Where a command is run, below <c>/admin/page</c>.</summary>
    public static string Do(string command) => "do/" + command.Replace(' ', '/');

    /// <param name="path">Below <c>/admin</c>.</param>
    public static string To(HttpContext context, string path) => context.Request.PathBase + PageDoor.Front + path;

    private static Html Link(HttpContext context, string path, string name)
    {
        Html here = context.Request.Path.Value?.TrimEnd('/') == PageDoor.Front + path ? $" aria-current=\"page\"" : Html.Empty;
        return $"""<li><a href="{To(context, path)}"{here}>{name}</a></li>""";
    }
}
