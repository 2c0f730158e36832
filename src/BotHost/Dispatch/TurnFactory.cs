using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>Puts together what a handler is given: who, where, what, and the ways to reach Webex, each of which goes through the journal.</summary>
internal sealed class TurnFactory(
    WebexClient webex, BotIdentity identity, PeopleDirectory people, SpaceCreators creators, StepJournal journal, StepPosts posts, IOptions<OutboxOptions> outbox,
    TimeProvider time)
{
    public (BotContext Context, TurnJournal Journal) Create(Turn turn, IServiceProvider services, Action<TimeSpan> extend, CancellationToken aborted)
    {
        var opened = journal.Open(turn.Event.Sequence, turn.Event.Attempt, turn.Event.Lane, outbox.Value.SettleTime);
        var steps = new TurnSteps(opened, time);
        var memberships = new TurnMemberships(webex, steps);
        var context = new BotContext(steps)
        {
            Sender = turn.Who,
            Room = turn.HasRoom ? turn.Where : null!,
            HasRoom = turn.HasRoom,
            Event = turn.Happened,
            Message = turn.What,
            Submission = turn.Submission,
            Spaces = new TurnSpaces(webex, identity, steps, journal, memberships, creators, turn.Who, turn.Where),
            Memberships = memberships,
            People = new TurnPeople(people, steps),
            Messages = new TurnMessages(webex, steps, posts, turn),
            ProgressPosts = new TurnProgress(webex, steps, posts, turn, time),
            MostFileBytes = outbox.Value.MaxFileBytes,
            Services = services,
            IdempotencyKey = turn.Event.Key,
            Files = new TurnFiles(webex, steps, turn.Files),
            Extend = extend,
            Aborted = aborted,
        };
        return (context, opened);
    }
}
