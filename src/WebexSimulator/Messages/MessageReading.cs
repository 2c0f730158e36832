using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Messages;

/// <summary>Reads messages, newest first.</summary>
internal sealed class MessageReading(World world, Sight sight, SimulatorSwitches switches)
{
    private const string Oversight = "spark-compliance:messages_read";

    public MessageBody Read(Person caller, string id)
    {
        lock (world.Gate) return MessageBody.Of(sight.MessageToRead(caller, id, Oversight).Message, caller, switches);
    }

    public Page<MessageBody> List(Person caller, string roomId, MessageQuery query, PageRequest page)
    {
        lock (world.Gate)
        {
            var state = sight.RoomToReadIn(caller, roomId, Oversight);
            if (query.MentionedPeople.Any(who => who != "me" && sight.Read("PEOPLE", who) != caller.Key)) throw Refusal.BadRequest(Texts.OwnMentionsOnly);
            var ofMentions = query.MentionedPeople is not [];
            if (caller.IsBot && !state.Room.IsDirect && !ofMentions) throw Refusal.Forbidden(Texts.NoActivity);

            var end = query.Before ?? DateTimeOffset.MaxValue;
            if (query.BeforeMessage is { } before && sight.MessageToRead(caller, before, Oversight).Message.Created is var time && time < end) end = time;
            return Backwards(state, caller, end, query.ParentId, page, message => !ofMentions || sight.IsMentioned(caller, message));
        }
    }

    public Page<MessageBody> ListDirect(Person caller, string? personId, string? personEmail, string? parentId, PageRequest page)
    {
        if ((personId is null) == (personEmail is null)) throw Refusal.BadRequest(Texts.NoPerson);
        lock (world.Gate)
        {
            var other = personId is not null ? sight.Person(personId) : world.People.WithEmail(personEmail!);
            if (other is not null && world.DirectRoom(caller, other) is { } state)
                return Backwards(state, caller, DateTimeOffset.MaxValue, parentId, page, _ => true);
            return switches.NoDirectRoomIs404 ? throw Refusal.NotFound() : new([], null);
        }
    }

    // The cursor outranks `before` and `beforeMessage`: the client that rewrites those sends it along unchanged.
    private Page<MessageBody> Backwards(RoomState state, Person caller, DateTimeOffset end, string? parentId, PageRequest page, Predicate<Message> isWanted)
    {
        if (page.After is { } after && after != Cursor.Start) end = DateTimeOffset.FromUnixTimeMilliseconds(-after.Position);
        var parent = parentId is null ? (Guid?)null : sight.Read("MESSAGE", parentId) ?? Guid.Empty;
        var count = state.IndexOf(end);
        var wanted = Enumerable.Range(1, count).Select(back => state.Messages[count - back])
            .Where(message => (parent is null || message.ParentKey == parent) && isWanted(message));
        return page.Ordered(wanted, message => Cursor.NewestFirst(message.Created)).Select(message => MessageBody.Of(message, caller, switches));
    }
}
