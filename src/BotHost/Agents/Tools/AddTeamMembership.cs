using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class AddTeamMembership
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-add-team-membership", AgentResource.TeamMemberships, AgentLevel.Use)
    {
        Title = "Add a person to a team",
        Description = "Adds a person to a team, which opens its spaces to them. Give personId or personEmail. A moderator is made with full access only.",
        About = (input, call) => call with
        {
            Team = input.TeamId, Person = input.PersonId, Email = input.PersonEmail, Needs = input.IsModerator == true ? AgentLevel.Full : call.Needs,
        },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.TeamMemberships.CreateAsync(
            new NewTeamMembership { TeamId = input.TeamId, PersonId = input.PersonId, PersonEmail = input.PersonEmail, IsModerator = input.IsModerator }, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The team.")] TeamId TeamId,
        [Description("Whom to add, by id.")] PersonId? PersonId = null,
        [Description("Whom to add, by e-mail address.")] string? PersonEmail = null,
        [Description("As a moderator.")] bool? IsModerator = null);
}
