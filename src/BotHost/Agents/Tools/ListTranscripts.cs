using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListTranscripts
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-transcripts", AgentResource.Meetings, AgentLevel.Read)
    {
        Title = "List transcripts",
        Description = "Lists transcripts: of the last seven days unless told, or of one meeting. With transcriptId it shows what that one says, from offset on where it is long.",
        Aim = async (input, call, context, ct) => (input.MeetingId is { } id ? await MeetingAim.OfAsync(id, call, context, ct).ConfigureAwait(false) : call) with
        {
            IsList = input.TranscriptId is null, Subject = input.TranscriptId?.Value ?? input.MeetingId?.Value,
        },
        Run = async (input, context, ct) => input.TranscriptId is { } transcript
            ? await ContentAsync(input, transcript, context, ct).ConfigureAwait(false)
            : await Listing.ReadAsync(
                "transcripts",
                context.Webex.Transcripts.ListAsync(input.From, input.To, input.MeetingId, max: Listing.PageSize(new PageWish(input.Max, null)), cancellationToken: ct),
                new PageWish(input.Max, input.Cursor), context, (one, call) => call with { Subject = one.Id.Value }, ct).ConfigureAwait(false),
    };

    private static async Task<ToolOutput> ContentAsync(Input input, TranscriptId id, ToolContext context, CancellationToken cancellationToken)
    {
        // A transcript does not say in which space it was spoken; its meeting does.
        if (input.MeetingId is { } meeting
            && !await context.Webex.Transcripts.ListAsync(meetingId: meeting, cancellationToken: cancellationToken).AnyAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false))
            throw new ToolException("That transcript is not of that meeting. Take both from the same list.");
        var text = await context.Webex.Transcripts.DownloadAsync(id, TranscriptFormat.Txt, null, cancellationToken).ConfigureAwait(false);
        var from = Math.Clamp(input.Offset ?? 0, 0, text.Length);
        // A character is at most three bytes here, and six where it has to be escaped.
        var piece = text.Substring(from, Math.Min(context.Limits.MaxResultBytes / 6, text.Length - from));
        return ToolOutput.Of(new { id, content = piece, length = text.Length, nextOffset = from + piece.Length < text.Length ? from + piece.Length : (int?)null });
    }

    internal sealed record Input(
        [Description("Only this meeting's; with transcriptId, the meeting it is of, needed where you may only see some spaces.")] MeetingId? MeetingId = null,
        [Description("The one to read.")] TranscriptId? TranscriptId = null,
        [Description("From which character on; nextOffset of the last answer.")] int? Offset = null,
        [Description("Only those that began then or later.")] DateTimeOffset? From = null,
        [Description("Only those that began before.")] DateTimeOffset? To = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
