using System.Globalization;
using BotHost.Access;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>How an operator gets in and out. Of tries only so many a minute are looked at.</summary>
internal sealed partial class SignInPage(AdminSessions sessions, Audit audit, TimeProvider time, ILogger<SignInPage> logger)
{
    private const int TriesPerMinute = 10;

    private readonly MinuteRates _tries = new(time);
    private readonly OnceAMinute _log = new(time);

    /// <summary>The form to sign in.</summary>
    public static IResult Of(HttpContext context, int status, string? problem)
    {
        Html alert = problem is null ? Html.Empty : $"""<p class="trouble" role="alert">{problem}</p>""";
        return Page.Result(context, status, "Sign in", $"""
            <main id="main" class="narrow">
            <h1>Sign in</h1>
            <p>This is where the bot is operated. The token is what the host has as <code>Admin:Token</code>.</p>
            {alert}
            <form method="post" action="{Page.To(context, "/page/sign-in")}">
            <p><label for="token">Admin token</label><input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
            <p><button class="main">Sign in</button></p>
            </form>
            </main>
            """);
    }

    public async Task<IResult> SignInAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Counted before it is looked at: else the right one among too many would still be told.
        if (_tries.Take(context.Connection.RemoteIpAddress?.ToString() ?? "", TriesPerMinute) is var wait && wait > TimeSpan.Zero)
        {
            var seconds = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = seconds;
            return Of(context, StatusCodes.Status429TooManyRequests, $"That was tried too often. Wait {seconds} seconds, then try again.");
        }

        var form = await PageForm.ReadAsync(context.Request, cancellationToken).ConfigureAwait(false);
        if (sessions.Begin(form?["token"]?.Trim() ?? "", context.Request.Host.Value ?? "") is not { } session)
        {
            if (_log.May("wrong"))
                Log.Wrong(logger, context.Connection.RemoteIpAddress?.ToString());
            return Of(context, StatusCodes.Status401Unauthorized, "That is not the token. The host has it in its settings, as Admin:Token or in the file Admin:TokenFile.");
        }

        await NoteAsync("page sign-in", null, cancellationToken).ConfigureAwait(false);
        AdminCookie.Keep(context, session);
        return PageEndpoints.See(context, "");
    }

    public async Task<IResult> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var session = context.Features.Get<AdminSession>()!;
        await NoteAsync("page sign-out", store => sessions.End(store, session), cancellationToken).ConfigureAwait(false);
        AdminCookie.Forget(context);
        return PageEndpoints.See(context, "");
    }

    private Task<AdminAnswer> NoteAsync(string action, Action<WriteSession>? also, CancellationToken cancellationToken) => audit.RunAsync(
        new AdminCall(PageEndpoints.Actor, new Dictionary<string, string>()), action, null, (session, _) =>
        {
            also?.Invoke(session);
            return AdminAnswer.Done(null);
        }, committed: null, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Somebody at {Address} tried to sign in at /admin with a wrong token (said once a minute at most)")]
        public static partial void Wrong(ILogger logger, string? address);
    }
}
