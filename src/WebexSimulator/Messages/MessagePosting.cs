using System.Text.Json;
using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;
using WebexSimulator.Rooms;

namespace WebexSimulator.Messages;

/// <summary>Posts messages, and opens the direct room for the first one between two people.</summary>
internal sealed class MessagePosting(
    World world, Sight sight, Moderation moderation, MessageComposer composer, MessageEvents events, SimulatorSwitches switches)
{
    public MessageBody Post(Person caller, Fields body)
    {
        var (roomId, toPersonId, toPersonEmail) = (body.Filled("roomId"), body.Filled("toPersonId"), body.Filled("toPersonEmail"));
        if (new[] { roomId, toPersonId, toPersonEmail }.Count(destination => destination is not null) != 1) throw Refusal.BadRequest(Texts.OneDestination);
        if (body.List("files") is not []) throw Refusal.BadRequest(Texts.NoFilesYet);
        var attachments = Cards(body);
        if (body.Filled("text") is null && body.Filled("markdown") is null && attachments is []) throw Refusal.BadRequest(Texts.NoContent);
        MessageComposer.DemandSize(body);

        lock (world.Gate)
        {
            var state = roomId is not null ? sight.Room(caller, roomId) : DirectRoom(caller, toPersonId, toPersonEmail, opens: !body.Has("parentId"));
            if (state.Room.IsReadOnly) throw Refusal.Forbidden(Texts.ComplianceOnly);
            if (state.Room.IsAnnouncementOnly) moderation.Demand(caller, state);
            var parent = ParentOf(state, body.Filled("parentId"));
            var message = new Message
            {
                Key = Guid.NewGuid(),
                RoomKey = state.Room.Key,
                IsDirect = state.Room.IsDirect,
                Author = caller,
                ParentKey = parent,
                Content = composer.Compose(state, body),
                Attachments = attachments,
                Created = state.Stamp(world.Now()),
            };
            world.Add(state, message);
            state.Room = state.Room with { LastActivity = message.Created };
            ShowAgain(state);
            world.Raise(events.Created(state, message));
            return MessageBody.Of(message, caller, switches) with { ToPersonId = toPersonId, ToPersonEmail = toPersonEmail };
        }
    }

    private static IReadOnlyList<JsonElement> Cards(Fields body)
    {
        var attachments = body.List("attachments");
        if (attachments.Count > 1) throw Refusal.BadRequest(Texts.OneCard);
        return attachments.All(IsCard) ? attachments : throw Refusal.BadRequest(Texts.BadCard);
    }

    // No more is checked: which mistakes inside a card Webex refuses is not documented.
    private static bool IsCard(JsonElement attachment) =>
        attachment.ValueKind is JsonValueKind.Object
        && attachment.TryGetProperty("contentType", out var type) && type.ValueEquals("application/vnd.microsoft.card.adaptive")
        && attachment.TryGetProperty("content", out var content) && content.ValueKind is JsonValueKind.Object;

    private RoomState DirectRoom(Person caller, string? personId, string? personEmail, bool opens)
    {
        var other = sight.PersonOrInvited(personId, personEmail) ?? throw Refusal.NotFound();
        if (other.Key == caller.Key) throw Refusal.BadRequest(Texts.NotToOneself);
        if (world.DirectRoom(caller, other) is { } existing) return existing;
        // A room that is not there yet has no thread to reply in.
        if (!opens) throw Refusal.BadRequest(Texts.BadParent);

        var now = world.Now();
        var state = world.AddRoom(new Room
        {
            Key = Guid.NewGuid(),
            Title = "",
            IsDirect = true,
            CreatorKey = caller.Key,
            OwnerOrganisationKey = caller.OrganisationKey,
            Created = now,
            LastActivity = now,
        });
        world.AddDirectRoom(state, caller, other);
        world.Raise(RoomEvents.Created(caller, state));
        moderation.Join(caller, state, caller);
        moderation.Join(caller, state, other);
        return state;
    }

    private Guid? ParentOf(RoomState state, string? parentId)
    {
        if (parentId is null) return null;
        if (sight.Read("MESSAGE", parentId) is not { } key || !world.Messages.TryGetValue(key, out var parent) || parent.RoomKey != state.Room.Key)
            throw Refusal.BadRequest(Texts.BadParent);
        if (parent.ParentKey is not { } root) return key;
        return switches.ReplyToReplyIsRewritten ? root : throw Refusal.BadRequest(Texts.BadParent);
    }

    // A new message brings a hidden direct room back.
    private void ShowAgain(RoomState state)
    {
        if (!state.Room.IsDirect) return;
        foreach (var hidden in state.Members.Values.Where(member => member.IsRoomHidden).ToArray())
            world.Put(state, hidden with { IsRoomHidden = false });
    }
}
