using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class GetMeetingSummary
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-meeting-summary", AgentResource.Meetings, AgentLevel.Read)
    {
        Title = "Read a meeting's summary",
        Description = "Shows notes (HTML) and action items of a meeting that took place, as Webex's assistant put them. Take the id of one that took place: list with meetingType meeting.",
        Aim = (input, call, context, ct) => MeetingAim.OfAsync(input.MeetingId, call, context, ct),
        Run = async (input, context, ct) => ToolOutput.Of(
            await context.Webex.Summaries.ListAsync(input.MeetingId, ct).FirstOrDefaultAsync(ct).ConfigureAwait(false)
                ?? throw new ToolException("That meeting has no summary, or none yet. It appears some time after the meeting, where the assistant was on.")),
    };

    internal sealed record Input([Description("The meeting that took place.")] MeetingId MeetingId);
}
