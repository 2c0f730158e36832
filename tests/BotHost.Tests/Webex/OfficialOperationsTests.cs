using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using BotHost.Webex;
using Refit;

namespace BotHost.Tests.Webex;

/// <summary>The client has every operation and every query parameter of the messaging API, and no other.</summary>
public sealed partial class OfficialOperationsTests
{
    /// <summary>Described, and not the client's: people's administration and the events of an organisation are a matter of their own.</summary>
    private static readonly string[] NotYet =
    [
        "GET /events", "GET /events/{}", "POST /people", "PUT /people/{}", "DELETE /people/{}",
        "GET /teams/{}?description", // The field's description, misplaced among the parameters.
    ];

    [Fact]
    public void What_is_declared_is_what_is_described()
    {
        Assert.SkipUnless(OfficialData.IsThere, OfficialData.Missing);

        Declared().ShouldBe(Described().Where(each => !IsNotYet(each)), ignoreOrder: true);
    }

    private static bool IsNotYet(string operation) =>
        NotYet.Any(not => operation == not || operation.StartsWith(not + "?", StringComparison.Ordinal));

    private static IEnumerable<string> Described() =>
        from path in OfficialData.Messaging.GetProperty("paths").EnumerateObject()
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
        var request = method.GetCustomAttribute<HttpMethodAttribute>()!;
        var (path, constant) = request.Path.Split('?', 2) is [var before, var behind] ? (before, behind.Split('=')[0]) : (request.Path, null);
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
