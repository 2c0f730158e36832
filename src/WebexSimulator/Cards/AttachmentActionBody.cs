using System.Text.Json;
using WebexSimulator.Model;

namespace WebexSimulator.Cards;

internal sealed record AttachmentActionBody(
    string Id, string PersonId, string RoomId, string Type, string MessageId, JsonElement Inputs, DateTimeOffset Created)
{
    public static AttachmentActionBody Of(AttachmentAction action) => new(
        action.Id, action.Person.Id, WebexId.Room(action.Card.RoomKey), "submit", action.Card.Id, action.Inputs, action.Created);
}

/// <summary>A submit in a webhook: without the inputs.</summary>
internal sealed record AttachmentActionData(string Id, string Type, string MessageId, string PersonId, string RoomId, DateTimeOffset Created)
{
    public static AttachmentActionData Of(AttachmentAction action) => new(
        action.Id, "submit", action.Card.Id, action.Person.Id, WebexId.Room(action.Card.RoomKey), action.Created);
}
