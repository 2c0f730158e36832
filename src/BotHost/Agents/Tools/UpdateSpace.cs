using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class UpdateSpace
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-update-space", AgentResource.Spaces, AgentLevel.Use)
    {
        Title = "Change a space",
        Description = "Renames a space or changes how it works. The title must be given each time; what else is left out stays as it is.",
        IsIdempotent = true,
        IsDestructive = true,
        About = (input, call) => call with { Room = input.RoomId, Team = input.TeamId },
        Run = async (input, context, ct) =>
        {
            var update = new RoomUpdate
            {
                Title = input.Title, IsLocked = input.IsLocked, IsAnnouncementOnly = input.IsAnnouncementOnly, IsReadOnly = input.IsReadOnly, IsPublic = input.IsPublic,
                Description = input.Description, ClassificationId = input.ClassificationId, TeamId = input.TeamId,
            };
            var space = await context.Webex.Rooms.UpdateAsync(input.RoomId, update, ct).ConfigureAwait(false);
            context.Facts.Forget(input.RoomId);
            return ToolOutput.Of(space);
        },
    };

    internal sealed record Input(
        [Description("The space to change.")] RoomId RoomId,
        [Description("Its name, the new or the old one.")] string Title,
        [Description("Whether it is moderated.")] bool? IsLocked = null,
        [Description("Whether only moderators may write.")] bool? IsAnnouncementOnly = null,
        [Description("Whether nobody may write; direct spaces, compliance officers only.")] bool? IsReadOnly = null,
        [Description("Whether it is open to the whole organisation.")] bool? IsPublic = null,
        [Description("What it is for; a single blank clears it.")] string? Description = null,
        [Description("The id of a classification.")] string? ClassificationId = null,
        [Description("The team it is to belong to, where it belongs to none.")] TeamId? TeamId = null);
}
