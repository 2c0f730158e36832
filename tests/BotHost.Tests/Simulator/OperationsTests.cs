using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using WebexSimulator;
using WebexSimulator.Tokens;

namespace BotHost.Tests.Simulator;

/// <summary>The table of operations in the simulator's README is what is mapped, asked for and tested.</summary>
public sealed class OperationsTests
{
    private const string Begin = "<!-- operations -->\n";
    private const string End = "<!-- /operations -->\n";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "WebexSimulator", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_in_the_readme_is_true()
    {
        var table = Table();
        Readme.Split(Begin)[1].Split(End)[0].ShouldBe(table, $"Put this between the two marks:\n{table}");
    }

    [Fact]
    public void Every_setting_and_switch_is_in_the_readme()
    {
        Type[] options = [typeof(SimulatorOptions), typeof(WebhookOptions), typeof(SimulatorSwitches), .. typeof(SimulatorOptions).GetProperties()
            .Where(property => property.Name is "RateLimits" or "Files").Select(property => property.PropertyType)];
        options.SelectMany(type => type.GetProperties()).Select(property => property.Name).Where(name => !Regex.IsMatch(Readme, $"^\\|.*`(.*:)?{name}(:.*)?`.*\\|", RegexOptions.Multiline))
            .Except(["Switches"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_control_is_in_the_readme_and_on_the_front_page()
    {
        await using var webex = await LocalWebex.StartAsync();
        var front = await webex.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var controls = Endpoints("/simulator/").Select(endpoint => endpoint.RoutePattern.RawText!.Split('/')[2]).Distinct().ToList();
        controls.Count.ShouldBeGreaterThan(6);
        foreach (var control in controls)
        {
            front.ShouldContain($"/simulator/{control}");
            Readme.ShouldContain($"/simulator/{control}");
        }
    }

    private static List<RouteEndpoint> Endpoints(string under)
    {
        using var app = (IDisposable)SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0"]);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(under, StringComparison.Ordinal))];
    }

    /// <summary>What BotHost's client can call: what its interfaces declare, and files, which it streams by hand.</summary>
    private static readonly HashSet<string> Client =
    [
        .. typeof(BotHostApp).Assembly.GetTypes().Where(type => type.IsInterface && type.Namespace == "BotHost.Webex")
            .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes(typeof(RestEase.RequestAttribute), false))
            .Cast<RestEase.RequestAttribute>().Select(request => $"{request.Method} {Shape(request.Path ?? "")}"),
        "GET contents/{}",
        "HEAD contents/{}",
    ];

    /// <summary>A path whatever its parameters are called.</summary>
    private static string Shape(string path) => Regex.Replace(path, @"\{[^}]*\}", "{}");

    private static string Table()
    {
        var endpoints = Endpoints("/v1/");
        var table = new StringBuilder("| operation | BotHost's client | scopes | success | refusals tested |\n|---|---|---|---|---|\n");
        foreach (var endpoint in endpoints)
        {
            var (method, route) = (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(), endpoint.RoutePattern.RawText!);
            var scopes = string.Join(", ", Scopes.Of(method, route)!.Select(scope => $"`{scope}`"));
            var refusals = BadInputTests.Cases.Where(wrong => wrong.Method == method && RouteOf(endpoints, wrong.Path) == route)
                .Select(wrong => wrong.Status).Distinct().Order();
            table.Append(CultureInfo.InvariantCulture,
                $"| `{method} {route[3..]}` | {(Client.Contains($"{method} {Shape(route[4..])}") ? "yes" : "no")} | {(scopes.Length > 0 ? scopes : "none")} | {(method is "DELETE" ? 204 : 200)} | {(refusals.Any() ? string.Join(", ", refusals) : "none")} |\n");
        }
        return table.ToString();
    }

    /// <summary>The mapped route that a path of the test cases goes to: the one with the fewest parameters.</summary>
    private static string? RouteOf(IEnumerable<RouteEndpoint> endpoints, string path)
    {
        var parts = $"v1/{path.Split('?')[0]}".Split('/');
        return endpoints.Select(endpoint => endpoint.RoutePattern).Where(pattern => pattern.PathSegments.Count == parts.Length
                && pattern.PathSegments.Zip(parts).All(pair => pair.First.Parts[0].IsParameter || ((RoutePatternLiteralPart)pair.First.Parts[0]).Content == pair.Second))
            .MinBy(pattern => pattern.Parameters.Count)?.RawText;
    }
}
