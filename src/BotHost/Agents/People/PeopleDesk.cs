using BotHost.Access;
using BotHost.Bot;
using BotHost.Dispatch;
using BotHost.Outbox;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>Whom an agent asks: people, each in their direct space with the bot, or whoever is in a space.</summary>
internal sealed record Asked(IReadOnlyList<PersonId> People, RoomId? Room = null, bool IsDirect = false);

/// <summary>What became of an answer.</summary>
internal enum AnswerResult
{
    Taken,

    /// <summary>There is no such question, or it was not put to this person.</summary>
    NotAsked,

    /// <summary>It was answered already.</summary>
    Closed,

    /// <summary>Its time is over.</summary>
    Late,
}

/// <summary>
/// Where agents' questions wait for people. The question and its cards are one transaction; so are an answer and the note of it in the audit. Nothing
/// is kept in memory but who waits: the answer may come to another host, and the agent come back after a restart.
/// </summary>
internal sealed class PeopleDesk(
    Database database, PersonRequests requests, AgentAudit audit, EffectOutbox outbox, Replies replies, IOptions<PeopleOptions> options, TimeProvider time)
{
    /// <summary>Another host may be the one that hears the answer: then nobody here is told.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private TaskCompletionSource _bell = NewBell();

    public DateTimeOffset Until => time.GetUtcNow() + options.Value.AskFor;

    /// <summary>Puts a question out, within a transaction.</summary>
    /// <param name="card">Makes the card, from the request's number.</param>
    /// <returns>The request's number, and what to wake after the commit; null where the same call asks already.</returns>
    public (long Id, IReadOnlyList<EffectDraft> Effects)? Put(WriteSession session, PersonRequest request, Asked asked, Func<long, Card> card)
    {
        if (requests.Add(session, request) is not { } id)
            return null;
        var effects = new List<EffectDraft>();
        foreach (var drafts in Cards(asked, card(id)))
        {
            CardLedger.Add(session, drafts.Cards);
            // No event causes it: the outbox knows it by the request's number below zero.
            outbox.Add(session, -id, drafts.Effects);
            effects.AddRange(drafts.Effects);
        }

        return (id, effects);
    }

    public void Wake(IReadOnlyList<EffectDraft> effects) => outbox.Wake(effects);

    /// <summary>Waits until a request is answered or over, or as long as a call waits.</summary>
    /// <returns>The request as it then stands.</returns>
    public async Task<(PersonRequest Request, RequestState State)> WaitAsync(long id, TimeSpan most, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var bell = Volatile.Read(ref _bell).Task;
            var request = requests.Find(id) ?? throw new ToolException($"Request {id} is not there any more: it was erased. Ask again where you still need it.");
            var state = request.At(requests.Now);
            if (state != RequestState.Pending || time.GetElapsedTime(began) >= most)
                return (request, state);
            progress?.Report("Waiting for a person's answer.");
            await Task.WhenAny(bell, Task.Delay(Look, time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes an answer. Taken again after a crash it is the same.</summary>
    public async Task<AnswerResult> AnswerAsync(long id, PersonId person, RoomId room, string answer, CancellationToken cancellationToken)
    {
        var result = await database.WriteAsync(session => Answer(session, id, person, room, answer), cancellationToken: cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref _bell, NewBell()).TrySetResult();
        return result;
    }

    private AnswerResult Answer(WriteSession session, long id, PersonId person, RoomId room, string answer)
    {
        var now = requests.Now;
        if (PersonRequests.Find(session, id) is not { } request || !request.MayAnswer(person, room))
            return AnswerResult.NotAsked;
        if (request.AnsweredBy is not null)
            return request.AnsweredBy == person.Value && request.Answer == answer ? AnswerResult.Taken : AnswerResult.Closed;
        if (request.At(now) != RequestState.Pending)
            return AnswerResult.Late;
        var state = request.Kind == RequestKind.Question ? RequestState.Answered : answer == PeopleCards.Yes ? RequestState.Approved : RequestState.Denied;
        if (!PersonRequests.Answer(session, id, person, state, answer, now + (long)options.Value.AskFor.TotalMilliseconds))
            return AnswerResult.Closed;
        if (request.Kind != RequestKind.Question)
            audit.Answer(session, request.Decision, person, state == RequestState.Approved);
        return AnswerResult.Taken;
    }

    private IEnumerable<Drafts> Cards(Asked asked, Card card)
    {
        if (asked.Room is { } room)
            return [replies.Draft(new Place(room, asked.IsDirect, Thread: null, Asker: default), [((Reply)card.Once().Expires(options.Value.AskFor)).OutsideThread()])];
        var reply = ((Reply)card.ForAsker().Expires(options.Value.AskFor)).Privately();
        return asked.People.Select((person, i) => replies.Draft(new Place(new RoomId(person.Value), IsDirect: false, Thread: null, person), [reply], first: i));
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
