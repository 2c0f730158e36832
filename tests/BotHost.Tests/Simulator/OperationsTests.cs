using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;
using BotHost.Tests.Simulator.Refusals;
using WebexSimulator;

namespace BotHost.Tests.Simulator;

/// <summary>
/// The table of operations in the simulator's README is what is mapped, asked for and tested: its last column is made of the cases in
/// <c>Refusals/</c>. When it differs, the failing test prints the table as it should be, to be put between the two marks.
/// </summary>
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
        var controls = OperationTable.Mapped("/simulator/").Select(endpoint => endpoint.RoutePattern.RawText!.Split('/')[2]).Distinct().ToList();
        controls.Count.ShouldBeGreaterThan(6);
        foreach (var control in controls)
        {
            front.ShouldContain($"/simulator/{control}");
            Readme.ShouldContain($"/simulator/{control}");
        }
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
        var table = new StringBuilder("| operation | BotHost's client | scopes | success | refusals tested |\n|---|---|---|---|---|\n");
        foreach (var endpoint in OperationTable.Mapped("/v1/"))
        {
            var (method, route) = (OperationTable.MethodOf(endpoint), endpoint.RoutePattern.RawText!["/v1/".Length..]);
            var operation = OperationTable.All.Single(operation => operation.Method == method && operation.Route == route);
            var scopes = string.Join(", ", OperationTable.ScopesOf(operation).Select(scope => $"`{scope}`"));
            var refused = operation.Concat(OperationTable.RefusedByAll(operation)).Concat(OperationTable.TooMany(operation))
                .Select(wrong => wrong.Status).Where(status => status >= 400).Distinct().Order();
            var scope = scopes.Length > 0 ? scopes : operation.IsOpen ? "no token" : "none";
            var (client, success) = (Client.Contains($"{method} {Shape(route)}") ? "yes" : "no", method is "DELETE" ? 204 : 200);
            table.Append(CultureInfo.InvariantCulture,
                $"| `{operation.Name}` | {client} | {scope} | {success} | {string.Join(", ", refused)} |\n");
        }
        return table.ToString();
    }
}
