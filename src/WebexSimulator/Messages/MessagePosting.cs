using WebexSimulator.Files;
using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;
using WebexSimulator.Rooms;
using WebexSimulator.Tokens;

namespace WebexSimulator.Messages;

/// <summary>Posts messages, and opens the direct room for the first one between two people.</summary>
internal sealed class MessagePosting(
    World world, Sight sight, Moderation moderation, MessageComposer composer, MessageEvents events, FileIntake intake, SimulatorSwitches switches)
{
    public async Task<MessageBody> PostAsync(AccessToken token, Fields body, CancellationToken cancellationToken)
    {
        var draft = MessageDraft.Read(body, switches);
        var file = await intake.TakeAsync(body, cancellationToken);
        try
        {
            return Post(token, draft, body, file);
        }
        catch
        {
            file?.Delete();
            throw;
        }
    }

    private MessageBody Post(AccessToken token, MessageDraft draft, Fields body, StoredFile? file)
    {
        var caller = token.Person;
        lock (world.Gate)
        {
            var state = draft.RoomId is { } roomId
                ? sight.MemberRoom(caller, roomId)
                : DirectRoom(caller, draft.ToPersonId, draft.ToPersonEmail, opens: !body.Has("parentId"));
            if (state.Room.IsReadOnly) throw Refusal.Forbidden(Texts.ComplianceOnly);
            if (state.Room.IsAnnouncementOnly) moderation.Demand(caller, state);
            var message = new Message
            {
                Key = Guid.NewGuid(),
                RoomKey = state.Room.Key,
                IsDirect = state.Room.IsDirect,
                Author = caller,
                AppId = token.AppId,
                ParentKey = ParentOf(state, body.Filled("parentId")),
                Content = composer.Compose(state, body),
                Attachments = draft.Attachments,
                File = file,
                Created = state.Stamp(world.Now()),
            };
            world.Add(state, message);
            world.Stir(state, message.Created);
            ShowAgain(state);
            world.Raise(events.Created(state, message));
            return MessageBody.Of(message, caller, switches) with { ToPersonId = draft.ToPersonId, ToPersonEmail = draft.ToPersonEmail };
        }
    }

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
