using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Messages;

/// <summary>Edits and deletes messages.</summary>
internal sealed class MessageChanging(World world, Sight sight, MessageComposer composer, MessageEvents events, SimulatorSwitches switches)
{
    private const int MaxEdits = 10;

    private const string Oversight = "spark-compliance:messages_write";

    /// <summary>Replaces what the message says; its thread stays.</summary>
    public MessageBody Edit(Person caller, string id, Fields body)
    {
        var roomId = body.Filled("roomId") ?? throw Refusal.BadRequest(Texts.NoRoomId);
        if (body.Filled("text") is null && body.Filled("markdown") is null) throw Refusal.BadRequest(Texts.NoContent);
        MessageComposer.DemandSize(body);
        lock (world.Gate)
        {
            var (state, message) = sight.Message(caller, id);
            if (sight.Read("ROOM", roomId) != state.Room.Key) throw Refusal.NotFound();
            if (message.Author.Key != caller.Key) throw Refusal.Forbidden(Texts.AuthorsOnly);
            if (message.Attachments is not [] || message.File is not null) throw Refusal.BadRequest(Texts.EditOfFiles);
            if (message.Edits >= MaxEdits) throw Refusal.BadRequest(Texts.EditLimit);
            var edited = message with
            {
                Content = composer.Compose(state, body),
                Updated = state.Stamp(world.Now()),
                Edits = message.Edits + 1,
            };
            world.Replace(state, edited);
            if (switches.EditsFireMessagesUpdated) world.Raise(events.Updated(state, edited));
            return MessageBody.Of(edited, caller, switches);
        }
    }

    public void Delete(Person caller, string id)
    {
        lock (world.Gate)
        {
            var (state, message) = sight.MessageToRead(caller, id, Oversight);
            if (message.Author.Key != caller.Key && !state.IsModeratedBy(caller) && !Sight.Oversees(caller, state, Oversight))
                throw Refusal.Forbidden(Texts.AuthorsOnly);
            world.Remove(state, message);
            world.Raise(events.Deleted(caller, state, message));
        }
    }
}
