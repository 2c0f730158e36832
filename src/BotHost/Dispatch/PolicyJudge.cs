using BotHost.Access;
using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Whether a policy lets somebody in. Webex is asked only for what the decision depends on.</summary>
internal sealed class PolicyJudge(AccessRules rules, PeopleDirectory people, WebexClient webex, SpaceCreators creators)
{
    public async ValueTask<bool> AllowsAsync(BotContext context, Policy policy, CancellationToken cancellationToken)
    {
        switch (policy.Kind)
        {
            case PolicyKind.Everyone:
                return true;
            case PolicyKind.Default:
                return rules.Allows(rules.NeedsCaller ? await CallerAsync(context, cancellationToken).ConfigureAwait(false) : null);
            case PolicyKind.Admins:
                return rules.IsAdmin(await CallerAsync(context, cancellationToken).ConfigureAwait(false));
            case PolicyKind.Organisations:
                return await CallerAsync(context, cancellationToken).ConfigureAwait(false) is { Organisation: { } organisation }
                    && policy.Names.Contains(organisation.Value, StringComparer.Ordinal);
            case PolicyKind.Domains:
                return await CallerAsync(context, cancellationToken).ConfigureAwait(false) is { Emails: var addresses }
                    && addresses.Any(address => policy.Names.Contains(address[(address.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase));
            case PolicyKind.People:
                return policy.Names.Contains(context.Sender.Id.Value, StringComparer.Ordinal)
                    || (await CallerAsync(context, cancellationToken).ConfigureAwait(false) is { Emails: var emails }
                        && emails.Any(email => policy.Names.Contains(email, StringComparer.OrdinalIgnoreCase)));
            case PolicyKind.Moderators:
                return await IsModeratorAsync(context, cancellationToken).ConfigureAwait(false);
            case PolicyKind.MembersOf:
                foreach (var room in policy.Names)
                {
                    // Asked each time, since who is in a space changes. Of one the bot is not in, it knows nobody.
                    if (await Refusals.FindAsync(MembershipsAsync(new RoomId(room), context.Sender.Id, cancellationToken)).ConfigureAwait(false) is { Count: > 0 })
                        return true;
                }

                return false;
            case PolicyKind.AnyOf:
                foreach (var part in policy.Parts)
                {
                    if (await AllowsAsync(context, part, cancellationToken).ConfigureAwait(false))
                        return true;
                }

                return false;
            case PolicyKind.AllOf:
                foreach (var part in policy.Parts)
                {
                    if (!await AllowsAsync(context, part, cancellationToken).ConfigureAwait(false))
                        return false;
                }

                return policy.Parts.Count > 0;
            default:
                return false;
        }
    }

    /// <summary>Who somebody is, by their id; null where Webex does not say.</summary>
    public async Task<Caller?> CallerAsync(BotContext context, CancellationToken cancellationToken) =>
        await people.ReadAsync(context.Sender.Id, cancellationToken).ConfigureAwait(false) is { } profile
            ? new Caller(profile.Id, profile.OrganizationId, profile.Emails)
            : null;

    /// <summary>Asked each time, since who is a moderator changes.</summary>
    private async Task<bool> IsModeratorAsync(BotContext context, CancellationToken cancellationToken)
    {
        if (!context.HasRoom || context.Room is not { IsDirect: false, Id: var room })
            return false;
        var member = (await Refusals.FindAsync(MembershipsAsync(room, context.Sender.Id, cancellationToken)).ConfigureAwait(false))?.FirstOrDefault();
        if (member is null || await Refusals.FindAsync(webex.Rooms.GetAsync(room, cancellationToken)).ConfigureAwait(false) is not { } space)
            return false;
        return SpaceRules.MayModerate(new SpaceStanding(
            IsMember: true, member.IsModerator, space.IsLocked, IsCreator: (creators.Find(room) ?? space.CreatorId) == context.Sender.Id));
    }

    private async Task<List<Membership>> MembershipsAsync(RoomId room, PersonId person, CancellationToken cancellationToken)
    {
        var found = new List<Membership>();
        await foreach (var membership in webex.Memberships.ListAsync(room, person, cancellationToken: cancellationToken).ConfigureAwait(false))
            found.Add(membership);
        return found;
    }
}
