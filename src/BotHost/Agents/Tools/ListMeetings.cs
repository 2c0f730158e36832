using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListMeetings
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-meetings", AgentResource.Meetings, AgentLevel.Read)
    {
        Title = "List meetings",
        Description = "Lists meetings: without anything, the series with a meeting in the next seven days. For those that took place, give meetingType meeting and a time. "
            + "meetingSeriesId lists the meetings of one series.",
        About = (input, call) => call with { Room = input.RoomId, IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "meetings",
            context.Webex.Meetings.ListAsync(
                new MeetingFilter
                {
                    MeetingNumber = input.MeetingNumber, RoomId = input.RoomId, MeetingSeriesId = input.MeetingSeriesId, From = input.From, To = input.To,
                    MeetingType = input.MeetingType, State = input.State, Timezone = input.Timezone, Max = Listing.PageSize(new PageWish(input.Max, null)),
                },
                ct),
            new PageWish(input.Max, input.Cursor), context, MeetingAim.Of, ct,
            meeting => input.Topic is null || meeting.Title?.Contains(input.Topic, StringComparison.OrdinalIgnoreCase) == true),
    };

    internal sealed record Input(
        [Description("Not before: 2026-01-31T12:00:00Z.")] DateTimeOffset? From = null,
        [Description("Before.")] DateTimeOffset? To = null,
        [Description("Only the one with this number.")] string? MeetingNumber = null,
        [Description("What the title must contain.")] string? Topic = null,
        [Description("meetingSeries unless told.")] MeetingType? MeetingType = null,
        [Description("Only those that are so far.")] MeetingState? State = null,
        [Description("Only those of this series.")] MeetingId? MeetingSeriesId = null,
        [Description("Only those of this space.")] RoomId? RoomId = null,
        [Description("IANA name of the time zone to give times in; UTC unless told.")] string? Timezone = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
