using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace BotHost.Tests.Webex;

/// <summary>Holds requests against Webex's own description: method, path, query names and values, names and types of fields.</summary>
internal static class OfficialRequests
{
    /// <summary>Where the client knows better, and why.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["GET /contents/C1: not described"] = "files are described in the guide (basics) and not in the specification",
        ["HEAD /contents/C1: not described"] = "as above",
        ["POST /messages: not JSON"] = "local files are uploaded as multipart/form-data, says the guide and the specification's prose",
        ["POST /messages: .attachments[].contentType not described"] = "the schema is that of an ECM file; the example, a card, is right",
        ["POST /messages: .attachments[].content.fileId missing"] = "as above",
        ["POST /messages: .attachments[].content.type missing"] = "as above",
        ["POST /messages: .attachments[].content.contentUrl missing"] = "as above",
        ["POST /messages: .attachments[].content.type not one of"] = "as above",
        ["POST /messages: .attachments[].content.body not described"] = "as above",
        ["POST /messages: .attachments[].content.nothing not described"] = "as above",
        ["PUT /memberships/{membershipId}: .isRoomHidden missing"] = "the schema requires both; in practice either suffices",
        ["POST /attachment/actions: .inputs.n not described"] = "the schema lists an example's inputs; a card has its own",
        ["POST /meetings/{meetingId}/end: body missing"] = "a reason is optional, says the prose, and the schema requires none",
        ["DELETE /recordings/{recordingId}: body missing"] = "as above",
        ["DELETE /meetingTranscripts/{transcriptId}: body missing"] = "as above",
        ["PATCH /meetings/{meetingId}: .agenda is Null and not string"] = "null clears it, says the prose",
        ["PATCH /meetings/{meetingId}: .recurrence is Null and not string"] = "as above",
        ["PATCH /meetings/{meetingId}: .trackingCodes is Null and not array"] = "as above",
        ["POST /meetings/{meetingId}: not described"] = "/meetings/reassignHost stands in a part of the description that does not lie here",
        ["GET /meetings/M1/registrants: not described"] = "as above",
        ["POST /meetings/M1/registrants: not described"] = "as above",
        ["GET /meetings/M1/registrants/G1: not described"] = "as above",
        ["DELETE /meetings/M1/registrants/G1: not described"] = "as above",
        ["GET /adminAudit/events: not described"] = "as above",
        ["GET /licenses/L1: not described"] = "as above",
        ["GET /roles/R1: not described"] = "as above",
    };

    public static IEnumerable<string> Deviations(Recorded request, IReadOnlySet<string> links) =>
        OfficialData.IsThere ? Check(request, links).Where(deviation => !Known.ContainsKey(deviation)) : [];

    private static IEnumerable<string> Check(Recorded request, IReadOnlySet<string> links)
    {
        var (method, target) = request.Line.Split(' ') is [var first, var second] ? (first, second) : default;
        var (path, query) = target.Split('?', 2) is [var before, var behind] ? (before, behind) : (target, "");
        var template = Template(path["/v1".Length..]);
        var name = $"{method} {template ?? path["/v1".Length..]}";
        if (template is null || !OfficialData.Paths[template].Operations.TryGetProperty(method.ToLowerInvariant(), out var operation))
            return [$"{name}: not described"];

        // The query of a link to the next page is Webex's own affair.
        var inQuery = links.Contains(target) ? [] : CheckQuery(operation, query);
        return inQuery.Concat(CheckBody(operation, request, OfficialData.Paths[template].Document)).Select(deviation => $"{name}: {deviation}");
    }

    private static string? Template(string path)
    {
        var segments = path.Split('/');
        return OfficialData.Paths.Keys
            .Where(template => template.Split('/') is var parts && parts.Length == segments.Length
                && parts.Zip(segments).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0)))
            .MinBy(template => template.Count(sign => sign == '{'));
    }

    private static IEnumerable<string> CheckQuery(JsonElement operation, string query)
    {
        var described = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(each => each.GetProperty("in").GetString() == "query")
                .ToDictionary(each => each.GetProperty("name").GetString()!)
            : [];
        var sent = QueryHelpers.ParseQuery(query);
        var missing = described.Where(each => IsRequired(each.Value) && !sent.ContainsKey(each.Key));
        return missing.Select(each => $"{each.Key} missing").Concat(sent.SelectMany(each =>
            described.TryGetValue(each.Key, out var parameter)
                ? each.Value.SelectMany(value => OfficialSchema.CheckText(value!, parameter.GetProperty("schema")).Select(fault => $"{each.Key} {fault}"))
                : [$"{each.Key} not described"]));
    }

    private static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    private static IEnumerable<string> CheckBody(JsonElement operation, Recorded request, JsonElement document)
    {
        if (request.Body is "")
            return operation.TryGetProperty("requestBody", out _) ? ["body missing"] : [];

        if (request.Headers.ContentType != "application/json")
            return ["not JSON"];

        if (!operation.TryGetProperty("requestBody", out var body))
            return ["body not described"];

        // Of a patch the description names another type, and shows the same object.
        var schema = body.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        return OfficialSchema.Check(JsonElement.Parse(request.Body), schema, "", document);
    }
}
