using System.ComponentModel;
using BotHost.Access;
using BotHost.Bot;

namespace BotHost.Agents;

internal static class RunCommand
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("run-command", AgentResource.Commands, AgentLevel.Use)
    {
        Title = "Run a command of the bot",
        Description = "Runs one of the bot's own commands, as if it were typed, and returns what the bot says. Nothing of that is posted, but the command may post elsewhere and do whatever else it does for people. "
            + "Name people by e-mail address. Commands that ask back need a person. Where it has not ended in time, repeat the same call to go on waiting; it is not run twice.",
        Writings = ["answer"],
        IsDestructive = true,
        Aim = (input, call, context, _) =>
        {
            var (route, instead) = context.Services.GetRequiredService<RouteTable>().FindCommand(input.Command);
            return route is null
                ? throw new ToolException($"The bot has no such command. It says: {instead}")
                : new(call with { Room = input.RoomId, Command = route.Name, Subject = route.Name });
        },
        Says = input => input.Command,
        Run = (input, context, ct) => context.Services.GetRequiredService<CommandDesk>().RunAsync(
            context, context.Request(RequestKind.Command, input, $"what {context.Call.Command} comes to"), input.RoomId, input.Command, input.TimeoutSeconds, ct),
    };

    internal sealed record Input(
        [Description("The command with its arguments, as people type it: deploy web --dry-run")] string Command,
        [Description("The space it is run in; left out, it is run as between one person and the bot.")] RoomId? RoomId = null,
        [Description("How long this call waits, in seconds; at most what the host allows.")] int? TimeoutSeconds = null);
}
