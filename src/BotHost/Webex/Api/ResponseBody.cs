using System.Text.Json;
using RestEase;

namespace BotHost.Webex;

/// <summary>Reads the bodies of successful answers.</summary>
internal sealed class ResponseBody : ResponseDeserializer
{
    public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info)
    {
        var type = WebexJson.For<T>();
        try
        {
            return JsonSerializer.Deserialize(content ?? "", type) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException unreadable)
        {
            // Webex did what was asked, and we cannot read what came of it.
            var call = WebexCall.Of(response);
            throw new WebexException(call, "Webex's answer cannot be read. Report it with the tracking id.", unreadable)
            {
                Status = response.StatusCode,
                TrackingId = response.Headers.Text("trackingid") ?? call.TrackingId,
                IsAmbiguous = !call.IsSafe,
            };
        }
    }
}
