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
    };

    public static IEnumerable<string> Deviations(Recorded request, IReadOnlySet<string> links) =>
        OfficialData.IsThere ? Check(request, links).Where(deviation => !Known.ContainsKey(deviation)) : [];

    private static IEnumerable<string> Check(Recorded request, IReadOnlySet<string> links)
    {
        var (method, target) = request.Line.Split(' ') is [var first, var second] ? (first, second) : default;
        var (path, query) = target.Split('?', 2) is [var before, var behind] ? (before, behind) : (target, "");
        var template = Template(path["/v1".Length..]);
        var name = $"{method} {template ?? path["/v1".Length..]}";
        var paths = OfficialData.Messaging.GetProperty("paths");
        if (template is null || !paths.GetProperty(template).TryGetProperty(method.ToLowerInvariant(), out var operation))
            return [$"{name}: not described"];

        // The query of a link to the next page is Webex's own affair.
        var inQuery = links.Contains(target) ? [] : CheckQuery(operation, query);
        return inQuery.Concat(CheckBody(operation, request)).Select(deviation => $"{name}: {deviation}");
    }

    private static string? Template(string path)
    {
        var segments = path.Split('/');
        return OfficialData.Messaging.GetProperty("paths").EnumerateObject().Select(each => each.Name)
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

    private static IEnumerable<string> CheckBody(JsonElement operation, Recorded request)
    {
        if (request.Body is "")
            return operation.TryGetProperty("requestBody", out _) ? ["body missing"] : [];

        if (request.Headers.ContentType != "application/json")
            return ["not JSON"];

        if (!operation.TryGetProperty("requestBody", out var body))
            return ["body not described"];

        var schema = body.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return OfficialSchema.Check(JsonElement.Parse(request.Body), schema, "");
    }
}
