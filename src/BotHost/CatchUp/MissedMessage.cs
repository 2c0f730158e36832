using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Inbox;
using BotHost.Webex;

namespace BotHost.CatchUp;

/// <summary>A message that was listed, as the event its webhook would have been: the same key, so that whichever comes second is not news.</summary>
internal static class MissedMessage
{
    /// <param name="message">As Webex lists it.</param>
    /// <param name="self">The bot's own person: the webhook would have been its.</param>
    /// <param name="dueAt">Its place in the room, in milliseconds since 1970 here.</param>
    /// <returns>Null where Webex's ids are nothing the inbox takes from a webhook either.</returns>
    public static InboundEvent? ToEvent(Message message, PersonId self, long dueAt)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(Envelope(message, self).ToJsonString());
        // Read as the webhook is read: what is the same here must not be said twice.
        return EventEnvelope.Read(body).Envelope is { } envelope
            ? new InboundEvent(envelope.Key, envelope.Lane, envelope.Resource, envelope.Event, body, dueAt)
            : null;
    }

    private static JsonObject Envelope(Message message, PersonId self)
    {
        var data = new JsonObject
        {
            ["id"] = message.Id.Value,
            ["roomId"] = message.RoomId.Value,
            ["roomType"] = message.RoomType == RoomType.Direct ? "direct" : "group",
            ["personId"] = message.PersonId.Value,
            ["personEmail"] = message.PersonEmail,
        };
        if (message.ParentId is { } parent)
            data["parentId"] = parent.Value;
        if (message.Created is { } created)
            data["created"] = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["name"] = "caught up",
            ["resource"] = "messages",
            ["event"] = "created",
            ["createdBy"] = self.Value,
            ["actorId"] = message.PersonId.Value,
            ["data"] = data,
        };
    }
}
