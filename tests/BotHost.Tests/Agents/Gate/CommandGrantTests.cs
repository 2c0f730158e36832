using BotHost.Access;

namespace BotHost.Tests.Agents.Gate;

/// <summary>Which of the bot's commands grants let through.</summary>
public sealed class CommandGrantTests : AgentTest
{
    [Theory]
    [InlineData("use", "", "ping", false)]
    [InlineData("use", "ping;space list", "ping", true)]
    [InlineData("use", "ping;space list", "Space List", true)]
    [InlineData("full", "ping;space list", "space", false)]
    [InlineData("full", "ping", null, false)]
    [InlineData("read", "ping", "ping", false)]
    public async Task Of_the_bots_commands_none_is_given_but_those_that_are_named(string level, string commands, string? command, bool isAllowed)
    {
        await GrantAsync("some", level, commands);

        (await AllowsAsync(command)).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("", "poll", false)]
    [InlineData("ping", "ping", false)]
    [InlineData("PING", "ping", false)]
    [InlineData("ping", "poll", true)]
    public async Task A_refusal_without_names_refuses_all_commands(string commands, string command, bool isAllowed)
    {
        await GrantAsync("some", "use", "ping;poll");
        await GrantAsync("never", "off", commands);

        (await AllowsAsync(command)).ShouldBe(isAllowed);
    }

    private Task GrantAsync(string name, string level, string commands) => Bench.GrantAsync(name, $$"""{"Resources":"commands","Level":"{{level}}","Commands":"{{commands}}"}""");

    private async Task<bool> AllowsAsync(string? command) => (await Bench.DecideAsync(
        Agent, new AgentCall("run-command", AgentResource.Commands, AgentLevel.Use) { Command = command, Room = new RoomId(World.Ops) })).Verdict == AgentVerdict.Allowed;
}
