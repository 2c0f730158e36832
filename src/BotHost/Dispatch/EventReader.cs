using System.Net;
using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>What an event is about, as Webex says now.</summary>
/// <param name="Where">Null where it belongs to no room.</param>
/// <param name="What">The message, of an event about one.</param>
/// <param name="Thread">The thread an answer goes to.</param>
internal sealed record Happened(WebexEvent Event, Bot.Room? Where, Incoming? What = null, MessageId? Thread = null)
{
    /// <summary>Webex does not show it yet, though it told of it: what it shows of meetings lags behind.</summary>
    public bool IsLate { get; init; }
}

/// <summary>
/// Reads what an event is about. Its webhook is only a hint, so what can be read again is. What was deleted cannot: then the webhook's word,
/// which is signed, is all there is.
/// </summary>
internal sealed class EventReader(WebexClient webex)
{
    /// <summary>Null where Webex shows the bot no such thing any more.</summary>
    public async Task<Happened?> ReadAsync(WebexEvent happened, EventEnvelope envelope, Webex.Person self, CancellationToken cancellationToken) =>
        (envelope.Resource, envelope.Event) switch
        {
            ("memberships", "deleted") => Gone(happened, envelope),
            ("memberships", _) => await MembershipAsync(happened, new MembershipId(envelope.DataId), cancellationToken).ConfigureAwait(false),
            ("messages", "deleted") => envelope.RoomId is { } room
                ? new Happened(happened, Where(happened, room), new Incoming(new MessageId(envelope.DataId), null, "", []))
                : null,
            ("messages", _) => await MessageAsync(happened, new MessageId(envelope.DataId), self, cancellationToken).ConfigureAwait(false),
            ("rooms", "created" or "updated") => await RoomAsync(happened, new RoomId(envelope.DataId), cancellationToken).ConfigureAwait(false),
            ("meetings", not "deleted") => await MeetingAsync(happened, new MeetingId(envelope.DataId), cancellationToken).ConfigureAwait(false),
            _ => new Happened(happened, envelope.RoomId is { } room ? Where(happened, room) : null),
        };

    private static Happened? Gone(WebexEvent happened, EventEnvelope envelope) => envelope is { RoomId: { } room, PersonId: { } person }
        ? new Happened(happened with { Member = new Member(
            new MembershipId(envelope.DataId), room, person, Text(happened, "personEmail") ?? "",
            Text(happened, "personDisplayName") ?? Text(happened, "personEmail") ?? "somebody", IsModerator: false) }, Where(happened, room))
        : null;

    private async Task<Happened?> MembershipAsync(WebexEvent happened, MembershipId id, CancellationToken cancellationToken) =>
        await Refusals.FindAsync(webex.Memberships.GetAsync(id, cancellationToken)).ConfigureAwait(false) is { } found
            ? new Happened(
                happened with { Member = TurnMemberships.ToMember(found) }, new Bot.Room(found.RoomId, found.RoomType == RoomType.Direct))
            : null;

    private async Task<Happened?> MessageAsync(WebexEvent happened, MessageId id, Webex.Person self, CancellationToken cancellationToken)
    {
        if (await Refusals.FindAsync(webex.Messages.GetAsync(id, cancellationToken)).ConfigureAwait(false) is not { } message)
            return null;
        var text = MentionReader.Read(message.Text ?? "", message.Html, message.MentionedPeople, self.Id, self.DisplayName ?? "");
        var isDirect = message.RoomType == RoomType.Direct;
        return new Happened(
            happened, new Bot.Room(message.RoomId, isDirect), new Incoming(message.Id, message.ParentId, text.Text, text.Mentions),
            isDirect ? null : message.ParentId ?? message.Id);
    }

    private async Task<Happened?> RoomAsync(WebexEvent happened, RoomId id, CancellationToken cancellationToken) =>
        await Refusals.FindAsync(webex.Rooms.GetAsync(id, cancellationToken)).ConfigureAwait(false) is { } room
            ? new Happened(happened with { Space = TurnSpaces.ToSpace(room) }, new Bot.Room(room.Id, room.Type == RoomType.Direct))
            : null;

    private async Task<Happened?> MeetingAsync(WebexEvent happened, MeetingId id, CancellationToken cancellationToken)
    {
        try
        {
            var meeting = await webex.Meetings.GetAsync(id, cancellationToken).ConfigureAwait(false);
            return new Happened(happened with { Meeting = TurnMeetings.ToMeeting(meeting) }, null);
        }
        catch (WebexException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return new Happened(happened, null) { IsLate = true };
        }
        catch (Exception e) when (e is ScopeMissingException or WebexException { Status: HttpStatusCode.Forbidden })
        {
            return null;
        }
    }

    private static Bot.Room Where(WebexEvent happened, RoomId room) => new(room, Text(happened, "roomType") == "direct");

    private static string? Text(WebexEvent happened, string name) =>
        happened.Data.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : null;
}
