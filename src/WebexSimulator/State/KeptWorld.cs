using System.Collections.Frozen;
using System.Text.Json.Serialization;
using WebexSimulator.Identity;
using WebexSimulator.Model;
using WebexSimulator.Tokens;
using WebexSimulator.Webhooks;

namespace WebexSimulator.State;

/// <summary>All there is, as it is kept in a file. People come first: wherever else one is named, his key stands for him.</summary>
internal sealed record KeptWorld(
    int Seed, IReadOnlyList<Person> People, IReadOnlyList<KeptToken> Tokens, IReadOnlyList<KeptTeam> Teams, IReadOnlyList<KeptRoom> Rooms,
    IReadOnlyList<AttachmentAction> Actions, IReadOnlyList<KeptWebhook> Webhooks, KeptIdentity? Identity = null, KeptMeetings? Meetings = null)
{
    /// <summary>Takes hold of everything, inside the world's lock: records never change, so they can be written outside it.</summary>
    public static KeptWorld Of(World world, TokenRegister tokens, WebhookRegister webhooks, IdentityState identity, int seed)
    {
        lock (world.Gate)
        {
            return new(
                seed,
                [.. world.People.All, .. world.People.Gone],
                [.. tokens.Minted.Select(KeptToken.Of)],
                [.. world.Teams.Values.Select(state => new KeptTeam(state.Team, [.. state.Members.Values]))],
                [.. world.Rooms.Values.Select(state => new KeptRoom(state.Room, [.. state.Members.Values], [.. state.Messages], [.. state.Tabs.Values]))],
                [.. world.Actions.Values],
                [.. webhooks.All.Select(state => new KeptWebhook(state.Webhook, state.Health.IsActive))],
                identity.Keep(),
                KeptMeetings.Of(world.Meetings));
        }
    }

    /// <summary>Puts everything where it was. People are there already, as reading found or added them.</summary>
    public void Restore(World world, TokenRegister tokens, WebhookRegister webhooks, IdentityState identity)
    {
        lock (world.Gate)
        {
            foreach (var token in Tokens) tokens.Add(token.ToToken());
            foreach (var team in Teams) team.Restore(world);
            foreach (var room in Rooms) room.Restore(world);
            foreach (var action in Actions) world.Actions.Add(action.Key, action);
            foreach (var (webhook, isActive) in Webhooks)
            {
                var state = webhooks.Add(webhook);
                if (!isActive) state.Health.SwitchOff(world.Now());
            }
            if (Identity is not null) identity.Restore(Identity);
            // A file of before there were meetings has none.
            Meetings?.Restore(world.Meetings);
        }
    }
}

/// <summary>A minted token; those of the accounts are made from the seed.</summary>
internal sealed record KeptToken(string Value, Person Person, TokenKind Kind, IReadOnlyList<string> Scopes, DateTimeOffset Expires, string AppId,
    Guid? Key = null, Guid? RefreshKey = null, string? ClientId = null, DateTimeOffset Created = default)
{
    public static KeptToken Of(AccessToken token) => new(
        token.Value, token.Person, token.Kind, [.. token.Scopes], token.Expires, token.AppId, token.Key, token.RefreshKey, token.ClientId, token.Created);

    public AccessToken ToToken() => AccessToken.Of(Value, Person, Kind, Scopes.ToFrozenSet(), Expires, AppId)
        with { Key = Key ?? Guid.NewGuid(), RefreshKey = RefreshKey, ClientId = ClientId, Created = Created };
}

internal sealed record KeptTeam(Team Team, IReadOnlyList<TeamMembership> Members)
{
    public void Restore(World world)
    {
        var state = new TeamState(Team);
        foreach (var membership in Members) state.Members.Add(membership.Person.Key, membership);
        world.Teams.Add(Team.Key, state);
    }
}

internal sealed record KeptRoom(Room Room, IReadOnlyList<Membership> Members, IReadOnlyList<Message> Messages, IReadOnlyList<RoomTab> Tabs)
{
    public void Restore(World world)
    {
        var state = world.AddRoom(Room);
        foreach (var membership in Members) world.Put(state, membership);
        foreach (var message in Messages) world.Add(state, message);
        foreach (var tab in Tabs) state.Tabs.Add(tab.Key, tab);
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
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(KeptWorld))]
[JsonSerializable(typeof(KeptFile))]
internal sealed partial class StateJson : JsonSerializerContext;
