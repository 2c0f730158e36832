using BotHost.Access;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Journal;

namespace BotHost.Dispatch;

/// <summary>Puts together what a handler reaches Webex with as somebody else than the bot.</summary>
internal sealed class TurnWorlds(IdentityClients clients, Consents consents, StepJournal journal, StepPosts posts, SpaceCreators creators)
{
    public World Create(Identity identity, Turn turn, TurnSteps botsSteps, Func<BotContext> context)
    {
        var who = identity.ServiceAppName is { } name ? WebexIdentity.ServiceApp(name) : WebexIdentity.Person(turn.Who.Id);
        var webex = clients.Of(who);
        var caller = new TurnCaller(webex, SelfAsync, identity.IsAsker);
        var steps = botsSteps.As(new Acting(who, clients, consents, context));
        var memberships = new TurnMemberships(webex, steps);
        return new World
        {
            Spaces = new TurnSpaces(caller, steps, journal, memberships, creators, turn.Who, turn.Where),
            Memberships = memberships,
            Messages = new TurnMessages(webex, steps, posts, turn, new ActingPosts(caller, steps, journal)),
            People = new TurnPeople(new PeopleLookUp(webex), steps),
            Teams = new TurnTeams(caller, steps, journal, turn.Who),
            Meetings = new TurnMeetings(caller, steps, journal, context().People, $"{turn.Event.Key} {who}"),
        };

        async Task<PersonId> SelfAsync(CancellationToken cancellationToken) =>
            identity.IsAsker ? turn.Who.Id : (await webex.People.GetMeAsync(cancellationToken).ConfigureAwait(false)).Id;
    }
}
