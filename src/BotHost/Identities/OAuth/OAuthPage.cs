using System.Net;
using Microsoft.Net.Http.Headers;

namespace BotHost.Identities;

/// <summary>What a person's browser is shown: a title and a sentence of ours, nothing that came with the request, and nothing to load or run.</summary>
internal sealed record OAuthPage(int Status, string Title, string Text)
{
    public static readonly OAuthPage Consented = new(StatusCodes.Status200OK, "Thank you", "The bot goes on with what you asked for. You may close this page.");

    public static readonly OAuthPage Refused = new(StatusCodes.Status200OK, "You did not consent", "The bot does nothing in your name. You may close this page.");

    public static readonly OAuthPage NoIntegration = new(StatusCodes.Status404NotFound, "There is nothing here",
        "This bot acts for nobody. Whoever runs it finds in its documentation how to change that: identities.md.");

    public static readonly OAuthPage NoSuchLink = new(StatusCodes.Status404NotFound, "This link is over",
        "It was used already, its time is over, or it is not whole. Ask the bot again: it sends you a new one.");

    public static readonly OAuthPage TooOften = new(StatusCodes.Status429TooManyRequests, "This link was opened too often", "Wait ten minutes, then open it again.");

    public static readonly OAuthPage LoginOver = new(StatusCodes.Status400BadRequest, "This login is over",
        "It was ended before, or took too long. Open the bot's link again.");

    public static readonly OAuthPage OtherBrowser = new(StatusCodes.Status400BadRequest, "This login was begun elsewhere",
        "It must end in the browser it was begun in, with cookies allowed. Open the bot's link again, in this browser.");

    public static readonly OAuthPage OtherPerson = new(StatusCodes.Status403Forbidden, "You are somebody else",
        "The bot asked another person than the one who is logged in at Webex here. Nothing was kept. If it was you whom the bot asked, log out of Webex in this browser "
        + "and open the link again; if it was not, tell nobody that you were sent it but whoever runs the bot.");

    public static readonly OAuthPage CodeRefused = new(StatusCodes.Status400BadRequest, "Webex did not take the login",
        "It was ended before, or took too long. Open the bot's link again.");

    public static readonly OAuthPage Misconfigured = new(StatusCodes.Status502BadGateway, "Webex did not take the bot",
        "Its settings and its integration at Webex do not fit together. Tell whoever runs the bot; its log says more.");

    public static readonly OAuthPage Trouble = new(StatusCodes.Status503ServiceUnavailable, "Webex did not answer", "Nothing was kept. Open the bot's link again in a minute.");

    /// <summary>Headers of every answer below <c>/oauth</c>, redirects included.</summary>
    public static void Guard(IHeaderDictionary headers)
    {
        headers[HeaderNames.CacheControl] = "no-store";
        headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    public IResult ToResult() => Results.Text(
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(Title)}</title></head>
        <body><main><h1>{WebUtility.HtmlEncode(Title)}</h1><p>{WebUtility.HtmlEncode(Text)}</p></main></body>
        </html>

        """, "text/html; charset=utf-8", statusCode: Status);
}
