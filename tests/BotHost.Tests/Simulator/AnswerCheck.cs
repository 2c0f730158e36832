using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>
/// Whatever a test is about, no answer of 2xx may differ from the tables of fields, or from Webex's own description where that is at
/// hand, in a way that is not listed with its reason.
/// </summary>
internal static class AnswerCheck
{
    private static readonly OpenApi?[] Descriptions = [OpenApi.Find(), OpenApi.Find("slice-meetings-core.json")];

    /// <param name="path">As it was called, without <c>/v1</c>.</param>
    public static IEnumerable<string> Deviations(string method, string path, JsonElement body) =>
        FieldTables.Deviations(path, body).Concat(Undescribed(method, path, body));

    private static IEnumerable<string> Undescribed(string method, string path, JsonElement body) => Descriptions.SelectMany(description => description?.PathOf(path) is { } described
        ? description.Deviations(method.ToLowerInvariant(), described, body).Where(deviation => !OpenApiTests.IsKnown(deviation))
        : []);
}
