using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WebexSimulator.Http;

/// <summary>What an operation answers with. Creating is 200 as well: Webex never says 201.</summary>
internal static class Answers
{
    /// <summary>The service's own spelling, without a blank before the charset.</summary>
    public const string JsonType = "application/json;charset=UTF-8";

    public static IResult Ok<T>(T body, int status = StatusCodes.Status200OK) => new Json<T>(body, status);

    public static IResult NoContent() => Results.NoContent();

    /// <summary>A list, with the address of the next page in the Link header: on the scheme, host and path the client called.</summary>
    public static IResult List<T>(Page<T> page) => new Paged<T>(page);

    public static Task WriteErrorAsync(HttpContext http, Refusal refusal)
    {
        if (refusal.RetryAfter is { } wait) http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return WriteErrorAsync(http, refusal.Status, refusal.Message);
    }

    public static Task WriteErrorAsync(HttpContext http, int status, string text)
    {
        // The one refusal that comes from a gateway, and is no JSON.
        if (status is not StatusCodes.Status429TooManyRequests) return WriteJsonErrorAsync(http, status, text);
        http.Response.StatusCode = status;
        return WriteHtmlAsync(http, $"<html><head><title>{text}</title></head><body>{text}</body></html>");
    }

    public static Task WriteJsonErrorAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        return WriteAsync(http, new ErrorBody(text, [new(text)], TrackingId.Of(http)));
    }

    private static Task WriteHtmlAsync(HttpContext http, string html)
    {
        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync(html, http.RequestAborted);
    }

    private static async Task WriteAsync<T>(HttpContext http, T body)
    {
        var type = (JsonTypeInfo<T>)Wire.Json.GetTypeInfo(typeof(T))!;
        http.Response.ContentType = JsonType;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private sealed class Json<T>(T body, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return WriteAsync(httpContext, body);
        }
    }

    private sealed class Paged<T>(Page<T> page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var isFirst = !httpContext.Request.Query.ContainsKey(ApiCall.CursorParameter);
            if (isFirst && httpContext.RequestServices.GetRequiredService<SimulatorSwitches>().ListsBeginWithAnEmptyPage) page = new([], Cursor.Start);
            if (page.Next is { } next) httpContext.Response.Headers.Link = $"<{NextUrl(httpContext.Request, next)}>; rel=\"next\"";
            return WriteAsync(httpContext, new ListBody<T>(page.Items));
        }

        // The cursor is a parameter of its own: a client in use rewrites `before` and `beforeMessage` in this address.
        private static string NextUrl(HttpRequest request, Cursor next)
        {
            var query = request.Query.Where(parameter => parameter.Key != ApiCall.CursorParameter)
                .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value))
                .Append(KeyValuePair.Create(ApiCall.CursorParameter, (string?)next.ToString()));
            return $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{QueryString.Create(query)}";
        }
    }
}

/// <summary>Every list is an object with <c>items</c>.</summary>
internal sealed record ListBody<T>(IReadOnlyList<T> Items);

/// <summary>Every refusal has this shape.</summary>
internal sealed record ErrorBody(string Message, IReadOnlyList<ErrorDescription> Errors, string TrackingId);

internal sealed record ErrorDescription(string Description);
