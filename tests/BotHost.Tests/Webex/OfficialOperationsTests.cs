using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using BotHost.Webex;
using RestEase;

namespace BotHost.Tests.Webex;

/// <summary>The client has every operation and every query parameter that is described, and no other.</summary>
public sealed partial class OfficialOperationsTests
{
    /// <summary>Described, and not the client's.</summary>
    private static readonly string[] NotOurs =
    [
        "GET /teams/{}?description", // The field's description, misplaced among the parameters.
        "DELETE /organizations/{}", // Nothing a bot should be able to do.
        "POST /guests/token", "GET /guests/count", // A guest is somebody to talk as, which this host is not.
    ];

    /// <summary>The client's, from parts of Webex's description that do not lie here.</summary>
    private static readonly string[] Elsewhere =
    [
        "POST /meetings/reassignHost", "GET /meetings/{}/registrants", "POST /meetings/{}/registrants", "GET /meetings/{}/registrants/{}",
        "DELETE /meetings/{}/registrants/{}", "GET /adminAudit/events", "GET /licenses/{}", "GET /roles/{}",
    ];

    [Fact]
    public void What_is_declared_is_what_is_described()
    {
        Assert.SkipUnless(OfficialData.IsThere, OfficialData.Missing);

        Declared().Where(each => !IsOf(Elsewhere, each)).ShouldBe(Described().Where(each => !IsOf(NotOurs, each)), ignoreOrder: true);
    }

    private static bool IsOf(string[] some, string operation) =>
        some.Any(one => operation == one || operation.StartsWith(one + "?", StringComparison.Ordinal));

    private static IEnumerable<string> Described() =>
        from document in OfficialData.Documents
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        from name in (string[])[$"{operation.Name.ToUpperInvariant()} {Anonymous(path.Name)}", .. Queries(operation, path)]
        select name;

    private static IEnumerable<string> Queries(JsonProperty operation, JsonProperty path) =>
        operation.Value.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query")
                .Select(parameter => $"{operation.Name.ToUpperInvariant()} {Anonymous(path.Name)}?{parameter.GetProperty("name").GetString()}")
            : [];

    private static IEnumerable<string> Declared() =>
        typeof(WebexClient).GetProperties().Where(property => property.PropertyType.IsInterface)
            .SelectMany(property => property.PropertyType.GetMethods()).SelectMany(OfMethod).Distinct();

    private static IEnumerable<string> OfMethod(MethodInfo method)
    {
        var request = method.GetCustomAttribute<RequestAttribute>()!;
        var (path, constant) = request.Path!.Split('?', 2) is [var before, var behind] ? (before, behind.Split('=')[0]) : (request.Path, null);
        var operation = $"{request.Method} /{Anonymous(path)}";
        var queries = method.GetParameters()
            .Select(parameter => (parameter, query: parameter.GetCustomAttribute<QueryAttribute>()))
            .Where(each => each.query is not null)
            .Select(each => each.query!.Name ?? each.parameter.Name!);
        return [operation, .. queries.Concat(constant is null ? [] : [constant]).Select(name => $"{operation}?{name}")];
    }

    private static string Anonymous(string path) => Parameter().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
