using WebexSimulator.Model;

namespace WebexSimulator.Messages;

internal sealed class MessageEvents(Sight sight, SimulatorSwitches switches)
{
    public WorldEvent Created(RoomState state, Message message) => Event("created", message.Author, state, message, MessageData.Of(message));

    public WorldEvent Updated(RoomState state, Message message) => Event(
        "updated", message.Author, state, message, MessageData.Of(message) with { Updated = switches.EditsSayWhen ? message.Updated : null });

    public WorldEvent Deleted(Person actor, RoomState state, Message message) => Event("deleted", actor, state, message, MessageData.OfDeleted(message));

    private WorldEvent Event(string name, Person actor, RoomState state, Message message, MessageData data) =>
        new("messages", name, actor,
            [.. state.Members.Values.Select(member => member.Person).Where(member => Hears(member, message))],
            message.Id, data,
            fact => fact switch
            {
                "roomId" => [state.Room.Id],
                "roomType" => [state.Room.Type],
                "personId" => [message.Author.Id],
                "personEmail" => [message.Author.Email],
                "mentionedPeople" => [.. message.Content.MentionedPeople.Select(WebexId.Person)],
                "hasFiles" => [message.File is null ? "false" : "true"],
                "hasAttachments" => [message.Attachments is [] ? "false" : "true"],
                _ => [],
            });

    // As with reading, except that a bot's echo of itself in a group room is not documented.
    private bool Hears(Person member, Message message) =>
        sight.CanRead(member, message)
        && (switches.BotsHearThemselves || !member.IsBot || message.IsDirect || message.Author.Key != member.Key || sight.IsMentioned(member, message));
}
