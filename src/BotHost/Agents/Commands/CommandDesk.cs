using BotHost.Access;
using BotHost.Dispatch;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>
/// Where agents wait for what the bot's commands come to. The request and the event that runs it are one transaction; so are the end of its turn and the answer. The
/// same command, called again while it runs or before its answer was told, is not run again.
/// </summary>
internal sealed class CommandDesk(
    Database database, PersonRequests requests, RequestWaits waits, EventInbox inbox, AgentDirectory agents, WebexClient bot, IOptions<PeopleOptions> options, TimeProvider time) : ICommandWaiter
{
    /// <param name="context">The call.</param>
    /// <param name="request">What it asks, but until when.</param>
    /// <param name="room">The space it is run in; null for none.</param>
    /// <param name="command">As it was typed.</param>
    /// <param name="seconds">How long the call waits, where that is less than usual.</param>
    /// <param name="cancellationToken">Ends the wait, not the command.</param>
    /// <exception cref="ToolException">It was refused, or failed.</exception>
    public async Task<ToolOutput> RunAsync(ToolContext context, PersonRequest request, RoomId? room, string command, int? seconds, CancellationToken cancellationToken)
    {
        using var place = waits.EnterForHost(request.Agent);
        var id = requests.FindOpen(request.Agent, request.CallKey)?.Id ?? await PutAsync(context, request, room, command, cancellationToken).ConfigureAwait(false);
        var (asked, state) = await waits.WaitAsync(id, options.Value.Wait(seconds), () => IsOver(id), context.Progress, "The command is running.", cancellationToken).ConfigureAwait(false);
        if (state == RequestState.Pending && IsOver(id))
            (asked, state) = await GiveUpAsync(id, cancellationToken).ConfigureAwait(false);
        // What is told is told: the same command is run anew from here on.
        if (state is RequestState.Answered or RequestState.Denied)
            await database.WriteAsync(session => PersonRequests.Use(session, id), cancellationToken: cancellationToken).ConfigureAwait(false);
        return state switch
        {
            RequestState.Denied => throw new ToolException(asked.Answer is { Length: > 0 } why ? why : "The command was refused without a word. Ask a person to run it."),
            RequestState.Used => throw new ToolException("Its answer was told to another call of yours just now. Call again where the command is to run once more."),
            RequestState.Expired => throw new ToolException("The command did not end in time; nobody waits for it any more. Look what it did before you run it again."),
            _ => new ToolOutput(PeopleQuestions.Told(asked, state)),
        };
    }

    public bool IsWanted(long request, string agent) =>
        requests.Find(request) is { } asked && asked.At(requests.Now) == RequestState.Pending && agents.Now().Find(agent) is { IsStopped: false };

    public void Answer(WriteSession session, long request, string text, bool isRefused) => PersonRequests.Answer(
        session, request, person: null, name: null, isRefused ? RequestState.Denied : RequestState.Answered, text, requests.Now + (long)options.Value.AskFor.TotalMilliseconds);

    public void Wake() => waits.Ring();

    private async Task<long> PutAsync(ToolContext context, PersonRequest request, RoomId? room, string command, CancellationToken cancellationToken)
    {
        // It is the bot that runs it, whoever the agent acts as: it must be there.
        if (room is { } there && (await bot.Bulk.Rooms.GetAsync(there, cancellationToken).ConfigureAwait(false)).Type == RoomType.Direct)
            throw new ToolException("That is one person's space with the bot. Give a space of several people, or leave roomId out.");
        var whole = new PersonRequest
        {
            Agent = request.Agent, KindName = request.KindName, CallKey = request.CallKey, Decision = request.Decision, Wish = request.Wish, Asked = "", Room = room?.Value,
            UntilAt = (time.GetUtcNow() + options.Value.AskFor).ToUnixTimeMilliseconds(),
        };
        var put = await database.WriteAsync<(long Id, EventAdded Event)?>(
            session => requests.Add(session, whole) is { } id
                ? (id, inbox.Add(session, CommandEvent.Of(new AskedCommand(id, request.Agent, room?.Value, context.Call.Command!, command))))
                : null,
            added =>
            {
                if (added is { Event: var one })
                    inbox.Announce(one);
            }, CancellationToken.None).ConfigureAwait(false);
        return put?.Id ?? requests.FindOpen(request.Agent, request.CallKey)?.Id ?? throw new ToolException("The same command is just being run elsewhere. Repeat the call in a moment.");
    }

    /// <summary>Whether its turn has ended, however: then its answer is there, or will never be.</summary>
    private bool IsOver(long id) => inbox.Find(CommandEvent.KeyOf(id)) is not { Status: EventStatus.Queued or EventStatus.Handling };

    private async Task<(PersonRequest Request, RequestState State)> GiveUpAsync(long id, CancellationToken cancellationToken)
    {
        var gaveUp = await database.WriteAsync(session => PersonRequests.GiveUp(session, id), cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!gaveUp)
            // Its answer came between two looks.
            return requests.Find(id) is { } answered ? (answered, answered.At(requests.Now)) : throw new ToolException("The command's answer was erased. Look what it did before you run it again.");
        throw new ToolException(inbox.Find(CommandEvent.KeyOf(id)) is { Status: not EventStatus.Handled } failed
            ? $"The command failed, and nobody knows how far it came. Look what it did before you run it again, and tell whoever runs this host: event {failed.Sequence}."
            : "The command was not run: its time was over, or you were stopped. Call again where it is still needed.");
    }
}
