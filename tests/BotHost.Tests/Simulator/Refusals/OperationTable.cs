using Microsoft.AspNetCore.Routing;
using WebexSimulator;
using WebexSimulator.Tokens;
using static BotHost.Tests.Simulator.Refusals.Said;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>All operations with what they refuse: what is written down for each, and what every one of them refuses alike.</summary>
internal static class OperationTable
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>What belongs to something stands before it, so that everything is there still when it is deleted.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        .. PeopleOperations.All, .. MessageOperations.All, .. ContentOperations.All, .. MembershipOperations.All, .. RoomOperations.All, .. TeamOperations.All,
        .. WebhookOperations.All, .. IdentityOperations.All, .. AdministrationOperations.All,
    ];

    /// <summary>What is mapped, in its order.</summary>
    public static IReadOnlyList<RouteEndpoint> Mapped(string under)
    {
        using var app = (IDisposable)SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0"]);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(under, StringComparison.Ordinal))];
    }

    public static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single();

    public static IReadOnlyList<string> ScopesOf(Operation operation) => Scopes.Of(operation.Method, $"/v1/{operation.Route}")!;

    /// <summary>No token, one nobody gave, one that is over, one without a scope for it, other methods, and a body that cannot be read.</summary>
    public static IEnumerable<Wrong> RefusedByAll(Operation operation)
    {
        foreach (var by in operation.IsOpen ? [] : new[] { "nobody", "stranger", "late" }) yield return new(401, NoToken, new { }, by);
        if (ScopesOf(operation) is [var scope, ..]) yield return new(403, MissingScope(scope), new { }, "powerless");
        foreach (var method in Methods.Where(method => !All.Any(other => other.Method == method && Covers(other.Route, operation.Route))))
            yield return new(405, null, new { }, operation.IsOpen ? "carol" : operation.By, method);
        if (!operation.HasBody) yield break;
        foreach (var body in new[] { "", "{", "[]", "null", "\"text\"" }) yield return new(400, Malformed, new { }, operation.By, Body: body);
        foreach (var type in new[] { "text/plain", "application/xml" }) yield return new(400, Malformed, new { }, operation.By, Body: "{}", ContentType: type);
    }

    /// <summary>The second call of two where one is allowed; calls are counted for those who have a token.</summary>
    public static IEnumerable<Wrong> TooMany(Operation operation) => operation.IsOpen ? [] : [new(429, null, new { }, operation.By)];

    // The other one's path may be a value of this one's parameter: DELETE messages/direct deletes a message that there is not.
    private static bool Covers(string pattern, string route) =>
        pattern.Split('/') is var parts && route.Split('/') is var names && parts.Length == names.Length
        && parts.Zip(names).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}
