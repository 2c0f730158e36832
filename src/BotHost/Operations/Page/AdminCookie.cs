using System.Globalization;
using BotHost.Identities;
using Microsoft.AspNetCore.WebUtilities;

namespace BotHost.Operations;

/// <summary>What a browser keeps for the page. Cookies know no ports, so their names do: two bots on one machine are two.</summary>
internal static class AdminCookie
{
    private const string Purpose = "BotHost.Page.Notice";

    public static string NameFor(HttpContext context) => "bothost_admin_" + Port(context);

    public static void Keep(HttpContext context, string session) => context.Response.Cookies.Append(NameFor(context), session, Options(context, AdminSessions.Life));

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context, null));

    /// <summary>Has the next page say what was done. Locked, so that nobody else can have it say something.</summary>
    public static void Tell(HttpContext context, string sentence)
    {
        var vault = context.RequestServices.GetRequiredService<TokenVault>();
        context.Response.Cookies.Append(NoticeFor(context), WebEncoders.Base64UrlEncode(vault.Lock(sentence, Purpose)), Options(context, TimeSpan.FromMinutes(1)));
    }

    /// <summary>What is to be said, once.</summary>
    public static string? TakeTold(HttpContext context)
    {
        if (context.Request.Cookies[NoticeFor(context)] is not { Length: > 0 } kept)
            return null;
        context.Response.Cookies.Delete(NoticeFor(context), Options(context, null));
        try
        {
            return context.RequestServices.GetRequiredService<TokenVault>().Unlock(WebEncoders.Base64UrlDecode(kept), Purpose);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string NoticeFor(HttpContext context) => "bothost_notice_" + Port(context);

    private static string Port(HttpContext context) => context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);

    private static CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = context.Request.PathBase + PageDoor.Front, MaxAge = life, IsEssential = true,
    };
}
