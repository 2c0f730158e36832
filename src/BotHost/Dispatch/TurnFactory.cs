using BotHost.Access;
using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Puts together what a handler is given: who, where, what, and the ways to reach Webex.</summary>
internal sealed class TurnFactory(WebexClient webex, PeopleDirectory people, SpaceCreators creators, ReplySender sender)
{
    public BotContext Create(
        string key, Bot.Person who, Bot.Room where, Incoming what, Submission? submission, IServiceProvider services, CancellationToken aborted)
    {
        var memberships = new TurnMemberships(webex);
        return new BotContext
        {
            Sender = who,
            Room = where,
            Message = what,
            Submission = submission,
            Spaces = new TurnSpaces(webex, memberships, creators, who, where),
            Memberships = memberships,
            People = people,
            Messages = new TurnMessages(webex, sender, who, where),
            Services = services,
            IdempotencyKey = key,
            Aborted = aborted,
        };
    }
}
