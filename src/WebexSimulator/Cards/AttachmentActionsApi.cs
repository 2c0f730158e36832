using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Cards;

/// <summary>Submitting a card. Inputs are stored as they come: to add the button's data is the part of whoever draws the card.</summary>
internal static class AttachmentActionsApi
{
    public static void MapAttachmentActions(this IEndpointRouteBuilder api)
    {
        var (world, sight, switches) = (
            api.ServiceProvider.GetRequiredService<World>(),
            api.ServiceProvider.GetRequiredService<Sight>(),
            api.ServiceProvider.GetRequiredService<SimulatorSwitches>());
        var created = switches.SubmitAnswers202 ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        api.Post("/attachment/actions", (call, body) => Answers.Ok(Submit(call.Caller, body, world, sight), created));
        api.Get("/attachment/actions/{id}", call => Answers.Ok(Read(call.Caller, call.Path("id"), world, sight, switches)));
    }

    private static AttachmentActionBody Submit(Person caller, Fields body, World world, Sight sight)
    {
        if (body.Text("type") is not "submit") throw Refusal.BadRequest(Texts.Invalid("type"));
        var messageId = body.Filled("messageId") ?? throw Refusal.BadRequest(Texts.Invalid("messageId"));
        var inputs = body.Object("inputs") ?? throw Refusal.BadRequest(Texts.Invalid("inputs"));
        lock (world.Gate)
        {
            var (state, message) = sight.Message(caller, messageId);
            if (message.Attachments is []) throw Refusal.BadRequest(Texts.Invalid("messageId"));
            var action = new AttachmentAction
            {
                Key = Guid.NewGuid(),
                Card = message,
                Person = caller,
                Inputs = inputs,
                Created = state.Stamp(world.Now()),
            };
            world.Actions.Add(action.Key, action);
            world.Raise(Created(action));
            return AttachmentActionBody.Of(action);
        }
    }

    private static AttachmentActionBody Read(Person caller, string id, World world, Sight sight, SimulatorSwitches switches)
    {
        lock (world.Gate)
        {
            if (sight.Read("ATTACHMENT_ACTION", id) is not { } key
                || !world.Actions.TryGetValue(key, out var action)
                || !world.Rooms.TryGetValue(action.Card.RoomKey, out var state)
                || !state.Has(caller))
                throw Refusal.NotFound();
            var isTheirs = caller.Key == action.Card.Author.Key || caller.Key == action.Person.Key;
            return isTheirs || switches.SubmitsAreReadableByTheRoom ? AttachmentActionBody.Of(action) : throw Refusal.NotFound();
        }
    }

    // For the app that posted the card, and nobody else.
    private static WorldEvent Created(AttachmentAction action) =>
        new("attachmentActions", "created", action.Person, [action.Card.Author], action.Id, AttachmentActionData.Of(action),
            fact => fact switch
            {
                "messageId" => [action.Card.Id],
                "personId" => [action.Person.Id],
                "roomId" => [WebexId.Room(action.Card.RoomKey)],
                _ => [],
            },
            action.Card.AppId);
}
