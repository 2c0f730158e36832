using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class DeleteMeeting
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-delete-meeting", AgentResource.Meetings, AgentLevel.Full)
    {
        Title = "Cancel a meeting",
        Description = "Cancels a series or one meeting of it, with e-mail to who is invited; not one that takes place.",
        IsIdempotent = true,
        Aim = (input, call, context, ct) => MeetingAim.OfAsync(input.MeetingId, call, context, ct),
        Run = async (input, context, ct) =>
        {
            await context.Webex.Meetings.DeleteAsync(input.MeetingId, input.HostEmail, input.SendEmail, ct).ConfigureAwait(false);
            return ToolOutput.Deleted(input.MeetingId.Value);
        },
    };

    internal sealed record Input(
        [Description("The series, or the meeting of it.")] MeetingId MeetingId,
        [Description("Whether e-mail is sent; true unless told.")] bool? SendEmail = null,
        [Description("The host's address, for administrators.")] string? HostEmail = null);
}
