using BotHost.Storage;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BotHost.Identities;

/// <summary>The two pages by which a person consents: one sends the browser to Webex, to the other Webex sends it back.</summary>
internal static partial class OAuthEndpoints
{
    /// <summary>More is nothing that Webex or we made.</summary>
    private const int LongestValue = 2048;

    public static IEndpointRouteBuilder MapOAuth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Consents.LoginPath, (HttpContext context, IOptions<IntegrationOptions> integration, ILogger<ConsentCallback> logger) =>
            AnswerAsync(context, integration, logger, LoginAsync));
        endpoints.MapGet(Logins.CallbackPath, (HttpContext context, IOptions<IntegrationOptions> integration, ILogger<ConsentCallback> logger) =>
            AnswerAsync(context, integration, logger, CallbackAsync));
        return endpoints;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, IOptions<IntegrationOptions> integration, ILogger logger, Func<HttpContext, CancellationToken, Task<IResult>> answer)
    {
        OAuthPage.Guard(context.Response.Headers);
        if (!integration.Value.IsOn)
            return OAuthPage.NoIntegration.ToResult();
        try
        {
            return await answer(context, context.RequestAborted).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            Log.StoreFailed(logger, e);
            return OAuthPage.Trouble.ToResult();
        }
    }

    private static async Task<IResult> LoginAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        if (One(context.Request.Query["ask"]) is not { } ticket || services.GetRequiredService<Consents>().Find(ticket) is not { } consent)
            return OAuthPage.NoSuchLink.ToResult();
        var logins = services.GetRequiredService<Logins>();
        if (await logins.BeginAsync(consent, cancellationToken).ConfigureAwait(false) is not { } begun)
            return OAuthPage.TooOften.ToResult();
        context.Response.Cookies.Append(CookieOf(begun.State), begun.Browser, CookieFor(logins.Callback));
        return Results.Redirect(begun.Address.AbsoluteUri);
    }

    private static async Task<IResult> CallbackAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (services, query) = (context.RequestServices, context.Request.Query);
        var logins = services.GetRequiredService<Logins>();
        if (One(query["state"]) is not { } state || await logins.TakeAsync(state, cancellationToken).ConfigureAwait(false) is not { } login)
            return OAuthPage.LoginOver.ToResult();
        var cookie = CookieOf(state);
        var isSame = login.IsOf(context.Request.Cookies[cookie]);
        context.Response.Cookies.Delete(cookie, CookieFor(logins.Callback));
        if (!isSame)
            return OAuthPage.OtherBrowser.ToResult();
        // What Webex granted must be kept, also where the browser goes away meanwhile.
        return (await services.GetRequiredService<ConsentCallback>().EndAsync(login, One(query["code"]), One(query["error"]), CancellationToken.None).ConfigureAwait(false)).ToResult();
    }

    /// <summary>One for each login: two tabs do not take each other's.</summary>
    private static string CookieOf(string state) => "bothost_login_" + Secrets.Hash(state)[..16];

    /// <summary>Sent along when Webex sends the browser back, and at no other time.</summary>
    private static CookieOptions CookieFor(Uri callback) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = callback.Scheme == Uri.UriSchemeHttps, Path = callback.AbsolutePath, MaxAge = Logins.Life, IsEssential = true,
    };

    private static string? One(StringValues values) => values is [{ Length: > 0 and <= LongestValue } value] ? value : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A login could not be stored. Check the store")]
        public static partial void StoreFailed(ILogger logger, Exception error);
    }
}
