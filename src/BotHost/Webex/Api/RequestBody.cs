using System.Net.Http.Headers;
using System.Text.Json;
using RestEase;

namespace BotHost.Webex;

/// <summary>Checks and writes request bodies. Bytes, not a stream: a 429 sends the same request again. Only a file is streamed.</summary>
internal sealed class RequestBody : RequestBodySerializer
{
    public override HttpContent SerializeBody<T>(T body, RequestBodySerializerInfo info)
    {
        (body as ICheckedRequest)?.Check();
        return body is NewMessage { File: { } file } message ? new UploadContent(message, file) : Json(body);
    }

    public static HttpContent Json<T>(T body) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, WebexJson.For<T>()))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}
