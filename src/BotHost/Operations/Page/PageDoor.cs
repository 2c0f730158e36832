using BotHost.Storage;
using Microsoft.Net.Http.Headers;

namespace BotHost.Operations;

/// <summary>
/// Who may do what on the page, for <see cref="AdminDoor"/>: nobody sees more than the form to sign in without a session, and what changes anything is taken from
/// our own forms alone.
/// </summary>
internal sealed partial class PageDoor(AdminSessions sessions, ILogger<PageDoor> logger)
{
    /// <summary>Where the page is; what else is below <c>/admin</c> is for programs.</summary>
    public const string Front = "/admin", Inner = "/admin/page";

    /// <summary>What is shown, and taken, without a session.</summary>
    public const string SignIn = Inner + "/sign-in", Style = Inner + "/page.css", Script = Inner + "/page.js";

    public static bool Owns(PathString path) => path == Front || path == Front + "/" || path.StartsWithSegments(Inner);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Guard(context.Response.Headers);
        var request = context.Request;
        var isChange = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        try
        {
            if (isChange && !SameOrigin.Holds(request))
                await RefuseAsync(context, "Your browser does not say that this was sent from this page. Behind a proxy, have it pass Host on as it comes.").ConfigureAwait(false);
            else if (request.Path == SignIn || request.Path == Style || request.Path == Script)
                await next(context).ConfigureAwait(false);
            else if (sessions.Find(request.Cookies[AdminCookie.NameFor(context)], request.Host.Value ?? "") is not { } session)
                await SignInPage.Of(context, StatusCodes.Status401Unauthorized, problem: null).ExecuteAsync(context).ConfigureAwait(false);
            else if (isChange && (await PageForm.ReadAsync(request, context.RequestAborted).ConfigureAwait(false) is not { } form || !session.IsFormToken(form[PageForm.Token])))
                await RefuseAsync(context, "This form is not one that this session was shown. Go back, reload the page and try again.").ConfigureAwait(false);
            else
            {
                context.Features.Set(session);
                await next(context).ConfigureAwait(false);
            }
        }
        catch (StoreException e) when (!context.Response.HasStarted)
        {
            Log.StoreFailed(logger, e.Message);
            await Page.Message(context, StatusCodes.Status503ServiceUnavailable, "The store cannot be used", $"{e.Message} Reload this page when it can.").ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private Task RefuseAsync(HttpContext context, string why)
    {
        Log.Refused(logger, context.Connection.RemoteIpAddress?.ToString());
        return Page.Message(context, StatusCodes.Status403Forbidden, "Nothing was done", why).ExecuteAsync(context);
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers[HeaderNames.CacheControl] = "no-store";
        headers[HeaderNames.ContentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        // Without any, browsers would not say whose page a form is of.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Refused a form from {Address} that was not sent by the operators' own page")]
        public static partial void Refused(ILogger logger, string? address);

        [LoggerMessage(LogLevel.Error, "The operators' page cannot be shown: {Reason}")]
        public static partial void StoreFailed(ILogger logger, string reason);
    }
}
