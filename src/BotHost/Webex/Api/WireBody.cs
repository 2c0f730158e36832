using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Refit;

namespace BotHost.Webex;

/// <summary>Checks and writes the bodies of requests, and reads those of successful answers.</summary>
internal sealed partial class WireBody(ILogger<WebexClient> logger) : IHttpContentSerializer
{
    // Bytes, not a stream: a 429 sends the same request again.
    public HttpContent ToHttpContent<T>(T item)
    {
        (item as ICheckedRequest)?.Check();
        return item is null ? new ByteArrayContent([]) : Json(item);
    }

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var type = WebexJson.For<T>();
        var value = JsonSerializer.Deserialize(await content.ReadAsStringAsync(cancellationToken), type) ?? throw new JsonException("The body is null.");
        if (value is IPage page && content is AnswerContent { Answer: var answer })
            Complete(page, answer);
        return value;
    }

    private void Complete(IPage page, HttpResponseMessage answer)
    {
        var call = WebexCall.Of(answer);
        if (NextLink.Of(answer) is { } link)
        {
            page.Next = Uri.TryCreate(answer.RequestMessage!.RequestUri, link, out var next) ? (next, call)
                : throw new JsonException("The address of the next page is none.");
        }

        if (page.Unreadable is [var first, ..] unreadable)
            Log.Unreadable(logger, unreadable.Count, call.Path, first.Id, first.Where, call.TrackingId);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    public static HttpContent Json<T>(T body) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, WebexJson.For<T>()))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    /// <summary>Reads an answer that may rightly be nothing (204): then it is null.</summary>
    public static async Task<T?> ReadOrNothingAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken) where T : class
    {
        using var _ = answer;
        if (answer.StatusCode == HttpStatusCode.NoContent)
            return null;
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(cancellationToken), WebexJson.For<T>()) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException unreadable)
        {
            throw Unreadable(answer, unreadable);
        }
    }

    /// <summary>Webex did what was asked, and we cannot read what came of it.</summary>
    public static Exception Unreadable(HttpResponseMessage answer, Exception failure)
    {
        if (failure is not JsonException)
            return failure;
        var call = WebexCall.Of(answer);
        return new WebexException(call, "Webex's answer cannot be read. Report it with the tracking id.", failure)
        {
            Status = answer.StatusCode,
            TrackingId = answer.Headers.Text("trackingid") ?? call.TrackingId,
            IsAmbiguous = !call.IsSafe,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "{Count} items of {Path} cannot be read and were left out, the first with id {Id}, because of {Where}; report it, tracking id {TrackingId}")]
        public static partial void Unreadable(ILogger logger, int count, string path, string? id, string where, string trackingId);
    }
}
