using System.ComponentModel;
using System.Text.Json.Nodes;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class GetMeetingStatus
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-meeting-status", AgentResource.Meetings, AgentLevel.Read)
    {
        Title = "See how far a meeting is",
        Description = "Tells whether a meeting is to come, takes place or is over and, with includeParticipants, who takes or took part.",
        Aim = (input, call, context, ct) => MeetingAim.OfAsync(input.MeetingId, call, context, ct),
        Run = async (input, context, ct) =>
        {
            var meeting = await context.Webex.Meetings.GetAsync(input.MeetingId, ct).ConfigureAwait(false);
            var output = input.IncludeParticipants == true
                ? await Listing.ReadAsync(
                    "participants", context.Webex.Participants.ListAsync(input.MeetingId, cancellationToken: ct), new PageWish(input.Max, input.Cursor), context,
                    (_, call) => call, ct).ConfigureAwait(false)
                : new ToolOutput(new JsonObject());
            output.Data["id"] = meeting.Id.Value;
            output.Data["title"] = meeting.Title;
            output.Data["state"] = ToolJson.Of(meeting.State);
            output.Data["meetingType"] = ToolJson.Of(meeting.MeetingType);
            output.Data["start"] = ToolJson.Of(meeting.Start);
            output.Data["end"] = ToolJson.Of(meeting.End);
            return output;
        },
    };

    internal sealed record Input(
        [Description("The meeting.")] MeetingId MeetingId,
        [Description("Whether to tell who takes or took part.")] bool? IncludeParticipants = null,
        [Description("How many of them, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
