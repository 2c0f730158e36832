using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;
using WebexSimulator;

namespace BotHost.Tests.Simulator.Switches;

public sealed class SwitchTests
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_switch_makes_the_difference_it_says(string name)
    {
        var one = SwitchCases.All.Single(one => one.Name == name);
        await using var usual = await LocalWebex.StartAsync();
        (await one.Look(usual)).ShouldBe(one.ByDefault);
        await using var other = await LocalWebex.StartAsync(null, ($"Simulator:Switches:{name}", one.Setting));
        (await one.Look(other)).ShouldBe(one.Otherwise);
    }

    [Fact]
    public void No_switch_is_without_a_case() =>
        SwitchCases.All.Select(one => one.Name).Order().ShouldBe(typeof(SimulatorSwitches).GetProperties().Select(property => property.Name).Order());

    [Fact]
    public void The_readme_has_every_default()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "WebexSimulator", "README.md"));
        var defaults = new SimulatorSwitches();
        foreach (var property in typeof(SimulatorSwitches).GetProperties())
        {
            var said = property.GetValue(defaults) is bool flag ? (flag ? "true" : "false") : $"{property.GetValue(defaults)}";
            Regex.IsMatch(readme, $@"^\| `{property.Name}` \| `?{said}\b", RegexOptions.Multiline).ShouldBeTrue($"{property.Name} is {said} by default.");
        }
    }

    public static TheoryData<string> Names() => [.. SwitchCases.All.Select(one => one.Name)];
}
