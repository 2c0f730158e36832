using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Tests.Dispatch;

/// <summary>A webhook, signed as Webex signs it.</summary>
internal static class SignedWebhook
{
    /// <summary>The envelope of a thin webhook.</summary>
    public static string Envelope(string resource, string @event, string id, string createdBy, string roomId, string? personId = null) =>
        $$$"""{"id":"w","resource":"{{{resource}}}","event":"{{{@event}}}","createdBy":"{{{createdBy}}}","data":{"id":"{{{id}}}","roomId":"{{{roomId}}}","personId":"{{{personId ?? "p"}}}"}}""";

    public static async Task<HttpStatusCode> PostAsync(HttpClient http, Uri host, string body, string secret, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "/webhooks/webex")) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Spark-Signature", Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), bytes)));
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }
}
