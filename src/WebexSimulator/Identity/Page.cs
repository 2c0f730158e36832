using System.Net;
using System.Security.Cryptography;

namespace WebexSimulator.Identity;

/// <summary>The few pages for people: plain HTML that needs nothing from elsewhere, and that no other page can frame.</summary>
internal sealed class Page(string title, string body, int status = StatusCodes.Status200OK) : IResult
{
    private const string Style =
        """
        body { font: 16px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f4f5f7; margin: 0; }
        main { max-width: 30rem; margin: 4rem auto; padding: 2rem; background: #fff; border: 1px solid #d5d8dd; border-radius: 8px; }
        h1 { font-size: 1.4rem; margin-top: 0; }
        label { display: block; font-weight: 600; }
        select, input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; margin: .25rem 0 1rem; }
        button { font: inherit; padding: .5rem 1.25rem; margin-right: .5rem; border: 1px solid #07584a; border-radius: 4px; background: #fff; color: #07584a; }
        button.first { background: #07584a; color: #fff; }
        :focus-visible { outline: 3px solid #4a90d9; outline-offset: 2px; }
        code { color: #5a5f66; font-size: .85em; }
        """;

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static Page Message(string title, string text, int status = StatusCodes.Status200OK) => new(title, $"""<p id="message" role="status">{Text(text)}</p>""", status);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var headers = httpContext.Response.Headers;
        // Without form-action: it would hold for where the application's own page sends people, too.
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        return httpContext.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(title)}</title><style nonce="{nonce}">{Style}</style></head>
            <body><main><h1>{Text(title)}</h1>
            {body}
            </main></body>
            </html>
            """,
            httpContext.RequestAborted);
    }
}
