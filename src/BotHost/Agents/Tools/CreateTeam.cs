using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreateTeam
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-team", AgentResource.Teams, AgentLevel.Use)
    {
        Title = "Create a team",
        Description = "Creates a team that you moderate, with a space General.",
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Teams.CreateAsync(
            new NewTeam { Name = input.Name, Description = input.Description }, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The team's name.")] string Name,
        [Description("What it is for.")] string? Description = null);
}
