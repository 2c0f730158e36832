using System.Text.Json;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>
/// Turns that wait for an answer: what is asked where, and what has the turn go on. All of it happens in the room's own lane, so nothing
/// comes between a question, its answer and its time running out.
/// </summary>
internal sealed class Conversations(Database database, EventInbox inbox, RouteTable routes, IOptions<BotHostOptions> options, TimeProvider time) : IConsentWaiter
{
    private const string Resource = "questions", Due = "due", Help = "help";

    /// <summary>Has a turn wait, within the transaction that puts its question out.</summary>
    public void Wait(WriteSession session, Turn turn, PendingQuestion pending)
    {
        var until = time.GetUtcNow() + (pending.Timeout ?? options.Value.AnswerTimeout);
        var asked = new OpenQuestion
        {
            Event = turn.Event.Sequence,
            Step = pending.Number,
            RoomId = turn.Where.Id.Value,
            ThreadId = turn.Place.Thread?.Value,
            PersonId = turn.Who.Id.Value,
            Until = until.ToUnixTimeMilliseconds(),
            IsConsent = pending.Consent is null ? 0 : 1,
        };
        foreach (var older in QuestionRows.Beside(session, asked))
            GoOn(session, older, new Answer(NotAnswered.Replaced));
        QuestionRows.Add(session, asked);
        if (pending.Consent is { } ticket)
            Consents.Add(session, ticket, turn.Who.Id, asked.Event, asked.Step, asked.Until);
        inbox.Put(session, ToDueEvent(asked));
    }

    /// <summary>What becomes of a message that answers a question; null where it is none.</summary>
    public Verdict? Hear(Turn said)
    {
        // One that has waited itself is no answer to what was asked since.
        if (said.Event.RetriedAt is not null || FindFor(said) is not { } asked)
            return null;
        var word = said.What.Text.Trim();
        if (word.Equals(Help, StringComparison.OrdinalIgnoreCase) || word.StartsWith(Help + " ", StringComparison.OrdinalIgnoreCase))
            return null;
        if (AnswerReader.IsCancel(word))
            return GoOn(asked, new Answer(NotAnswered.Cancelled));
        return asked.IsConsent == 1 ? null : GoOn(asked, new Answer(null, said.What.Text, said.What.Mentions));
    }

    /// <summary>What becomes of a press that answers a question; null where that is not open any more.</summary>
    public Verdict? Press(string? question, PersonId presser, IReadOnlyDictionary<string, JsonElement> inputs) =>
        Find(question) is { } asked && asked.PersonId == presser.Value ? GoOn(asked, new Answer(null, Inputs: inputs)) : null;

    /// <summary>What becomes of a question whose time is over; null where the event is about something else.</summary>
    public Verdict? RunOut(QueuedEvent queued)
    {
        if (queued.Resource != Resource || !queued.Key.StartsWith("question:", StringComparison.Ordinal))
            return null;
        return Find(queued.Key["question:".Length..]) is { } asked ? GoOn(asked, new Answer(NotAnswered.TimedOut)) : Verdict.Handled("It was answered.");
    }

    public Action Decided(WriteSession session, long @event, long step, bool hasConsented)
    {
        if (QuestionRows.Find(session, @event, step) is { IsConsent: 1 } asked)
            GoOn(session, asked, new Answer(hasConsented ? null : NotAnswered.Refused));
        var put = inbox.TakePut(session);
        return () =>
        {
            foreach (var one in put)
                inbox.Announce(one);
        };
    }

    private Verdict GoOn(OpenQuestion asked, Answer answer) => Verdict.Handled($"{answer.Not?.ToString() ?? "The answer"}: event {asked.Event} goes on.") with
    {
        Also = session => GoOn(session, asked, answer),
    };

    private void GoOn(WriteSession session, OpenQuestion asked, Answer answer)
    {
        if (!QuestionRows.Answer(session, asked, JsonSerializer.SerializeToUtf8Bytes(answer), time.GetUtcNow().ToUnixTimeMilliseconds()))
            return;
        if (asked.IsConsent == 1)
            Consents.Remove(session, asked.Event);
        inbox.Resume(session, asked.Event);
        inbox.Withdraw(session, "question:" + asked.Id, "It was answered.");
    }

    /// <summary>
    /// What a person is asked where they speak. Many answer beside the thread: who is asked one thing in the space means it by what no command fits.
    /// </summary>
    private OpenQuestion? FindFor(Turn said)
    {
        var (room, person) = (said.Where.Id.Value, said.Who.Id.Value);
        return QuestionRows.Find(database, room, person, said.Place.Thread?.Value)
            ?? (said is { Where.IsDirect: false, What.ThreadId: null } && !routes.Takes(said.What) ? QuestionRows.FindOnly(database, room, person) : null);
    }

    private OpenQuestion? Find(string? id) =>
        id?.Split(':') is [var first, var second] && long.TryParse(first, out var @event) && long.TryParse(second, out var step)
            ? QuestionRows.Find(database, @event, step) : null;

    /// <summary>As a webhook's body is, so that whatever looks for a person or room in one finds them.</summary>
    private static InboundEvent ToDueEvent(OpenQuestion asked) => new(
        "question:" + asked.Id, asked.RoomId, Resource, Due,
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            resource = Resource, @event = Due, actorId = asked.PersonId, data = new { id = asked.Id, roomId = asked.RoomId, personId = asked.PersonId },
        }), asked.Until);
}
