using System.Globalization;
using Microsoft.Extensions.Primitives;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Http;

/// <summary>One authenticated call of the API: what an operation asks it for.</summary>
internal sealed class ApiCall(HttpContext http, AccessToken token, SimulatorOptions options)
{
    public const string CursorParameter = "cursor";

    public AccessToken Token => token;

    public Person Caller => token.Person;

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Where the caller found the API: scheme, host and base path as he called them.</summary>
    public string BaseUrl => $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{http.Request.PathBase.ToUriComponent()}/v1";

    /// <summary>A part of the path.</summary>
    public string Path(string name) => (string)http.Request.RouteValues[name]!;

    public string? Query(string name) => Queries(name) is [.., { Length: > 0 } value] ? value : null;

    /// <summary>A header of the request; an empty one counts as absent.</summary>
    public string? Header(string name) => http.Request.Headers[name] is [{ Length: > 0 } value] ? value : null;

    public StringValues Queries(string name) => http.Request.Query[name];

    public bool QueryFlag(string name) => Query(name) is { } text && (bool.TryParse(text, out var flag) ? flag : throw Refusal.BadRequest(Texts.Invalid(name)));

    public DateTimeOffset? QueryTime(string name) => Query(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw Refusal.BadRequest(Texts.Invalid(name));

    /// <summary>How much of the list: a <c>max</c> above the ceiling is capped silently, as Webex does.</summary>
    public PageRequest Page(int standard, int ceiling)
    {
        var max = Query("max") is not { } text ? standard
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, ceiling)
            : throw Refusal.BadRequest(Texts.Invalid("max"));
        return new(max, Query(CursorParameter) is { } cursor ? Cursor.Parse(cursor) : null);
    }

    public bool HasBody => http.Request.ContentLength is > 0 || http.Request.Headers.TransferEncoding.Count > 0;

    public Task<Fields> BodyAsync() => Fields.ReadAsync(http.Request, options, http.RequestAborted);
}
