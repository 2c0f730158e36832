using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListRecordings
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-recordings", AgentResource.Meetings, AgentLevel.Read)
    {
        Title = "List recordings",
        Description = "Lists recordings, newest first: of the last seven days unless told, or of one meeting.",
        Aim = async (input, call, context, ct) => (input.MeetingId is { } id ? await MeetingAim.OfAsync(id, call, context, ct).ConfigureAwait(false) : call) with { IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "recordings",
            context.Webex.Recordings.ListAsync(input.From, input.To, input.MeetingId, input.Topic, max: Listing.PageSize(new PageWish(input.Max, null)), cancellationToken: ct),
            new PageWish(input.Max, input.Cursor), context, (recording, call) => call with { Subject = recording.Id.Value }, ct),
    };

    internal sealed record Input(
        [Description("Only this meeting's.")] MeetingId? MeetingId = null,
        [Description("Only those made then or later.")] DateTimeOffset? From = null,
        [Description("Only those made before.")] DateTimeOffset? To = null,
        [Description("Only those with this topic.")] string? Topic = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
