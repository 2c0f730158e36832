using System.Text.RegularExpressions;
using BotHost.Tests.Agents.Conformance;

namespace BotHost.Tests.Agents;

/// <summary>A client made with the protocol's TypeScript library: <c>tests/Agents/converse.mjs</c>.</summary>
public sealed partial class TypeScriptClientTests
{
    [Fact(Timeout = 120_000)]
    public async Task It_converses_and_comes_back()
    {
        await NodePackages.NeedAsync();
        await using var bench = await AgentBench.StartAsync();

        var (code, output) = await NodePackages.RunAsync(TestContext.Current.CancellationToken, "converse.mjs", bench.Address.ToString(), await bench.AddAgentAsync(), bench.Room);

        code.ShouldBe(0, output);
        Step().Count(output).ShouldBe(9, output);
    }

    [GeneratedRegex("^STEP ok ", RegexOptions.Multiline)]
    private static partial Regex Step();
}
