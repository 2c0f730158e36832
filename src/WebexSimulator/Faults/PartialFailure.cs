using System.Text.Json;
using System.Text.Json.Nodes;
using WebexSimulator.Http;

namespace WebexSimulator.Faults;

/// <summary>
/// Items of a list that could not be decrypted: Webex answers the list all the same, and an item says in <c>errors</c> which of its
/// fields is missing, and why.
/// </summary>
internal static class PartialFailure
{
    private const string Code = "kms_failure";
    private const string Reason =
        "Key management server failed to respond appropriately. For more information: https://developer.webex.com/errors";

    /// <summary>The answer with a field broken in one of its items, or in all that have it; an answer that is no list as it was.</summary>
    public static byte[] Of(HttpContext http, byte[] answer, string field, string? itemId)
    {
        if (http.Response is not { StatusCode: StatusCodes.Status200OK, ContentType: Answers.JsonType }) return answer;
        if (JsonNode.Parse(answer) is not JsonObject body || body["items"] is not JsonArray items) return answer;
        foreach (var item in items.OfType<JsonObject>())
        {
            if (itemId is not null && (string?)item["id"] != itemId) continue;
            if (item.Remove(field)) item["errors"] = new JsonObject { [field] = new JsonObject { ["code"] = Code, ["reason"] = Reason } };
        }
        var broken = JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json.JsonObject);
        http.Response.ContentLength = broken.Length;
        return broken;
    }
}
