using BotHost.Inbox;
using BotHost.Outbox;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>The bot's own messages, which Webex tells it of too: no turn, but a receipt for what was posted.</summary>
internal sealed class Echoes(BotIdentity identity, OwnMessages own) : ITurnlessEvents
{
    /// <inheritdoc/>
    public Action<WriteSession>? Of(EventEnvelope envelope) =>
        identity.Known is { Id: var self } && envelope.CreatedBy == self && envelope is { Resource: "messages", Event: "created" } && envelope.PersonId == self
            ? Receipt(envelope)
            : null;

    /// <summary>What an echo tells, or null where it lacks what would make it a receipt.</summary>
    public Action<WriteSession>? Receipt(EventEnvelope echo) => echo is { RoomId: { } room, Created: { } created }
        ? session => own.Hear(session, new OwnMessage(new MessageId(echo.DataId), room, created))
        : null;
}
