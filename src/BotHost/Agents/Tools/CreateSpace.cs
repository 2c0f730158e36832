using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreateSpace
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-space", AgentResource.Spaces, AgentLevel.Use)
    {
        Title = "Create a space",
        Description = "Creates a space with you in it, in a team if teamId is given.",
        About = (input, call) => call with { Team = input.TeamId },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Rooms.CreateAsync(
            new NewRoom
            {
                Title = input.Title, TeamId = input.TeamId, IsLocked = input.IsLocked, IsAnnouncementOnly = input.IsAnnouncementOnly, ClassificationId = input.ClassificationId,
                IsPublic = input.IsPublic, Description = input.Description,
            },
            ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The space's name.")] string Title,
        [Description("The team it is to belong to.")] TeamId? TeamId = null,
        [Description("Moderated, by you.")] bool? IsLocked = null,
        [Description("Only moderators may write; needs isLocked.")] bool? IsAnnouncementOnly = null,
        [Description("Open to the whole organisation; needs a description.")] bool? IsPublic = null,
        [Description("What it is for.")] string? Description = null,
        [Description("The id of a classification; not for bots.")] string? ClassificationId = null);
}
