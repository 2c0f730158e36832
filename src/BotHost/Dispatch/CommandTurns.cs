using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Storage;

namespace BotHost.Dispatch;

/// <summary>Who waits for what commands come to that agents run.</summary>
internal interface ICommandWaiter
{
    /// <summary>Whether it is still to be run: the request stands, and the agent has not been stopped.</summary>
    bool IsWanted(long request, string agent);

    /// <summary>Writes down what it came to, within the transaction that ends its turn.</summary>
    void Answer(WriteSession session, long request, string text, bool isRefused);

    /// <summary>Tells those who wait on this host that something was written down.</summary>
    void Wake();
}

/// <summary>A command that an agent runs, as a turn like any other; what it says is not posted but kept for the agent.</summary>
internal sealed class CommandTurns(TurnRunner runner, ICommandWaiter waiter)
{
    public async Task<Verdict> RunAsync(QueuedEvent queued, CancellationToken cancellationToken)
    {
        var asked = CommandEvent.Read(queued);
        if (!waiter.IsWanted(asked.Request, asked.Agent))
            return Verdict.Handled("Nobody waits for it any more, or the agent was stopped.") with { Committed = waiter.Wake };
        var sender = AgentSender.Of(asked.Agent);
        var where = asked.Room is { } room ? new Bot.Room(new RoomId(room), IsDirect: false) : AgentSender.RoomOf(asked.Agent);
        var turn = new Turn(
            queued, sender, where, new Incoming(new MessageId(""), ThreadId: null, asked.Text, []), Submission: null, new Place(where.Id, where.IsDirect, Thread: null, sender.Id))
        {
            Command = new CommandRun(asked.Route, (session, result) => waiter.Answer(session, asked.Request, SaidText.Of(result.Effects), result.Outcome != TurnOutcome.Answered)),
        };
        return await runner.RunAsync(turn, cancellationToken).ConfigureAwait(false) with { Committed = waiter.Wake };
    }
}
