using System.Text.Json;
using RestEase;

namespace BotHost.Webex;

/// <summary>Reads the bodies of successful answers.</summary>
internal sealed partial class ResponseBody(ILogger<WebexClient> logger) : ResponseDeserializer
{
    public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info)
    {
        var type = WebexJson.For<T>();
        var call = WebexCall.Of(response);
        try
        {
            var value = JsonSerializer.Deserialize(content ?? "", type) ?? throw new JsonException("The body is null.");
            if (value is IPage { Unreadable: [var first, ..] unreadable })
                Log.Unreadable(logger, unreadable.Count, call.Path, first.Id, first.Where, call.TrackingId);
            return value;
        }
        catch (JsonException unreadable)
        {
            // Webex did what was asked, and we cannot read what came of it.
            throw new WebexException(call, "Webex's answer cannot be read. Report it with the tracking id.", unreadable)
            {
                Status = response.StatusCode,
                TrackingId = response.Headers.Text("trackingid") ?? call.TrackingId,
                IsAmbiguous = !call.IsSafe,
            };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "{Count} items of {Path} cannot be read and were left out, the first with id {Id}, because of {Where}; report it, tracking id {TrackingId}")]
        public static partial void Unreadable(ILogger logger, int count, string path, string? id, string where, string trackingId);
    }
}
