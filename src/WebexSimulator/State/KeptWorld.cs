using System.Text.Json.Serialization;
using WebexSimulator.Model;
using WebexSimulator.Webhooks;

namespace WebexSimulator.State;

/// <summary>All there is, as it is kept in a file. People come first: wherever else one is named, his key stands for him.</summary>
internal sealed record KeptWorld(
    int Seed, IReadOnlyList<Person> People, IReadOnlyList<KeptRoom> Rooms, IReadOnlyList<AttachmentAction> Actions, IReadOnlyList<KeptWebhook> Webhooks)
{
    /// <summary>Takes hold of everything, inside the world's lock: records never change, so they can be written outside it.</summary>
    public static KeptWorld Of(World world, WebhookRegister webhooks, int seed)
    {
        lock (world.Gate)
        {
            return new(
                seed,
                [.. world.People.All],
                [.. world.Rooms.Values.Select(state => new KeptRoom(state.Room, [.. state.Members.Values], [.. state.Messages]))],
                [.. world.Actions.Values],
                [.. webhooks.All.Select(state => new KeptWebhook(state.Webhook, state.Health.IsActive))]);
        }
    }

    /// <summary>Puts everything where it was. People are there already, as reading found or added them.</summary>
    public void Restore(World world, WebhookRegister webhooks)
    {
        lock (world.Gate)
        {
            foreach (var room in Rooms) room.Restore(world);
            foreach (var action in Actions) world.Actions.Add(action.Key, action);
            foreach (var (webhook, isActive) in Webhooks)
            {
                var state = webhooks.Add(webhook);
                if (!isActive) state.Health.SwitchOff(world.Now());
            }
        }
    }
}

internal sealed record KeptRoom(Room Room, IReadOnlyList<Membership> Members, IReadOnlyList<Message> Messages)
{
    public void Restore(World world)
    {
        var state = world.AddRoom(Room);
        foreach (var membership in Members) world.Put(state, membership);
        foreach (var message in Messages) world.Add(state, message);
        if (Room.IsDirect && Members is [var one, var other]) world.AddDirectRoom(state, one.Person, other.Person);
        // Nothing new may get a time that was given out before.
        var times = Members.Select(membership => membership.Created).Concat(Messages.Select(message => message.Updated ?? message.Created));
        foreach (var time in times.Order()) state.Stamp(time);
    }
}

internal sealed record KeptWebhook(Webhook Webhook, bool IsActive);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(KeptWorld))]
internal sealed partial class StateJson : JsonSerializerContext;
