using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.State;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>Puts together what a handler is given: who, where, what, and the ways to reach Webex, each of which goes through the journal.</summary>
internal sealed class TurnFactory(
    WebexClient webex, BotIdentity identity, PeopleDirectory people, SpaceCreators creators, StepJournal journal, StepPosts posts, StateStore states, IOptions<OutboxOptions> outbox,
    TimeProvider time)
{
    public OpenTurn Create(Turn turn, IServiceProvider services, CancellationToken aborted)
    {
        var opened = journal.Open(
            turn.Event.Sequence, turn.Event.Attempt, turn.Event.Lane, outbox.Value.SettleTime, isNew: turn.Event is { Attempt: 1, Run: 1 });
        var state = new TurnStateRows(states, opened, turn.Event, time);
        var steps = new TurnSteps(opened, state, time);
        var memberships = new TurnMemberships(webex, steps);
        var context = new BotContext(steps)
        {
            Sender = turn.Who,
            Room = turn.Where,
            Message = turn.What,
            Submission = turn.Submission,
            Spaces = new TurnSpaces(webex, identity, steps, journal, memberships, creators, turn.Who, turn.Where),
            Memberships = memberships,
            People = new TurnPeople(people, steps),
            Messages = new TurnMessages(webex, steps, posts, turn),
            ProgressPosts = new TurnProgress(webex, steps, posts, turn, time),
            MostFileBytes = outbox.Value.MaxFileBytes,
            State = new TurnState(state, turn.Who.Id, turn.Where.Id),
            Services = services,
            IdempotencyKey = turn.Event.Key,
            Aborted = aborted,
        };
        return new OpenTurn(context, opened, state);
    }
}

/// <summary>A turn under way: what its handler is given, and what it leaves to be written down.</summary>
internal sealed record OpenTurn(BotContext Context, TurnJournal Journal, TurnStateRows State);
