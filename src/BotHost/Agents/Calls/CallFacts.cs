using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>What a decision may need to know, asked of Webex as the agent's own identity: what it cannot see it cannot narrow by.</summary>
internal sealed class CallFacts(WebexClient webex, WebexIdentity identity, FactsCache cache) : ICallFacts
{
    public async ValueTask<TeamId?> TeamOfAsync(RoomId room, CancellationToken cancellationToken) =>
        (await RoomAsync(room, cancellationToken).ConfigureAwait(false))?.TeamId;

    public async ValueTask<string?> TitleOfAsync(RoomId room, CancellationToken cancellationToken) =>
        (await RoomAsync(room, cancellationToken).ConfigureAwait(false))?.Title;

    public async ValueTask<(bool IsDirect, PersonId? With)?> DirectAsync(RoomId room, CancellationToken cancellationToken)
    {
        var type = (await RoomAsync(room, cancellationToken).ConfigureAwait(false))?.Type;
        if (type != RoomType.Direct)
            return type is null ? null : (false, null);
        // Who does not know itself cannot tell which of two is the other.
        if (await MeAsync(cancellationToken).ConfigureAwait(false) is not { } me)
            return (true, null);
        var with = await cache.GetAsync(identity, "with " + room.Value, async ct =>
            await webex.Memberships.ListAsync(room, cancellationToken: ct).FirstOrDefaultAsync(member => member.PersonId != me.Id, ct).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return (true, with?.PersonId);
    }

    public async ValueTask<IReadOnlyList<string>> EmailsOfAsync(PersonId person, CancellationToken cancellationToken)
    {
        var found = await cache.GetAsync(identity, "person " + person.Value, async ct => await webex.People.GetAsync(person, ct).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return [.. found?.Emails.Select(email => email.ToLowerInvariant()) ?? []];
    }

    public async ValueTask<PersonId?> PersonOfAsync(string email, CancellationToken cancellationToken)
    {
        var key = "address " + email.ToLowerInvariant();
        var found = await cache.GetAsync(identity, key, async ct => await webex.People.ListAsync(email: email, cancellationToken: ct).FirstOrDefaultAsync(ct).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return found?.Id;
    }

    /// <summary>The space a message is in; null where the identity cannot see the message.</summary>
    public async ValueTask<RoomId?> RoomOfAsync(MessageId message, CancellationToken cancellationToken) => (await cache.GetAsync(
        identity, "message " + message.Value,
        async ct => new Box<RoomId>((await webex.Messages.GetAsync(message, ct).ConfigureAwait(false)).RoomId), cancellationToken).ConfigureAwait(false))?.Value;

    public ValueTask<Membership?> MembershipAsync(MembershipId membership, CancellationToken cancellationToken) => cache.GetAsync(
        identity, "membership " + membership.Value, async ct => (Membership?)await webex.Memberships.GetAsync(membership, ct).ConfigureAwait(false), cancellationToken);

    public ValueTask<TeamMembership?> TeamMembershipAsync(TeamMembershipId membership, CancellationToken cancellationToken) => cache.GetAsync(
        identity, "team membership " + membership.Value, async ct => (TeamMembership?)await webex.TeamMemberships.GetAsync(membership, ct).ConfigureAwait(false), cancellationToken);

    public ValueTask<Webhook?> WebhookAsync(WebhookId webhook, CancellationToken cancellationToken) => cache.GetAsync(
        identity, "webhook " + webhook.Value, async ct => (Webhook?)await webex.Webhooks.GetAsync(webhook, ct).ConfigureAwait(false), cancellationToken);

    public ValueTask<Room?> RoomAsync(RoomId room, CancellationToken cancellationToken) => cache.GetAsync(
        identity, "room " + room.Value, async ct => (Room?)await webex.Rooms.GetAsync(room, ct).ConfigureAwait(false), cancellationToken);

    public ValueTask<Meeting?> MeetingAsync(MeetingId meeting, CancellationToken cancellationToken) => cache.GetAsync(
        identity, "meeting " + meeting.Value, async ct => (Meeting?)await webex.Meetings.GetAsync(meeting, ct).ConfigureAwait(false), cancellationToken);

    /// <summary>What a list showed need not be asked for again.</summary>
    public void Learn(Room room) => cache.Set(identity, "room " + room.Id.Value, room);

    /// <inheritdoc cref="Learn(Room)"/>
    public void Learn(Person person) => cache.Set(identity, "person " + person.Id.Value, person);

    /// <summary>What was learnt of a space holds no longer: it was changed.</summary>
    public void Forget(RoomId room) => cache.Forget(identity, "room " + room.Value);

    /// <summary>The name Webex shows for the identity; null where it does not say.</summary>
    public async ValueTask<string?> NameAsync(CancellationToken cancellationToken) => (await MeAsync(cancellationToken).ConfigureAwait(false))?.DisplayName;

    private ValueTask<Person?> MeAsync(CancellationToken cancellationToken) =>
        cache.GetAsync(identity, "me", async ct => (Person?)await webex.People.GetMeAsync(ct).ConfigureAwait(false), cancellationToken);

    private sealed record Box<T>(T Value);
}
