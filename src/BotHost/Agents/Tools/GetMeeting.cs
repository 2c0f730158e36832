using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class GetMeeting
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-meeting", AgentResource.Meetings, AgentLevel.Read)
    {
        Title = "Look at a meeting",
        Description = "Shows a series, one meeting of it, or one that takes or took place. The host's key is left out.",
        Aim = (input, call, context, ct) => MeetingAim.OfAsync(input.MeetingId, call, context, ct),
        Run = async (input, context, ct) =>
            ToolOutput.Of(await context.Webex.Meetings.GetAsync(input.MeetingId, input.Current, null, null, input.Timezone, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The meeting.")] MeetingId MeetingId,
        [Description("Of a series, the meeting that is next instead.")] bool? Current = null,
        [Description("IANA name of the time zone to give times in; UTC unless told.")] string? Timezone = null);
}
