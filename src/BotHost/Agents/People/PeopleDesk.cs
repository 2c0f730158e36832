using System.Text.Json;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Dispatch;
using BotHost.Outbox;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>Somebody to ask: by id; or by address alone, where Webex does not show the bot whose that is. And in which language.</summary>
internal readonly record struct Addressee(PersonId? Id, string Email, Language Language)
{
    public override string ToString() => Id?.Value ?? Email;
}

/// <summary>Whom an agent asks: people, each in their direct space with the bot or together in a space; or whoever is in a space.</summary>
/// <param name="Language">In which language they are asked in a space.</param>
internal sealed record Asked(IReadOnlyList<Addressee> People, RoomId? Room = null, bool IsDirect = false, Language Language = default)
{
    /// <summary>As requests keep it.</summary>
    public string? Names => Room is null || People.Count > 0 ? string.Join('\n', People) : null;
}

/// <summary>Who answers.</summary>
/// <param name="Name">Null where it is not known. Never an address: the audit keeps it.</param>
/// <param name="Emails">All the person's, as Webex has them for the id.</param>
internal sealed record Answerer(PersonId Id, string? Name, IReadOnlyList<string> Emails)
{
    public Answerer(PersonId id)
        : this(id, null, [])
    {
    }

    public static Answerer Of(PersonId id, PersonProfile? profile) => new(id, profile?.DisplayName is { } name && !name.Contains('@') ? name : null, profile?.Emails ?? []);
}

/// <summary>A card and what clients say that draw none.</summary>
internal sealed record AskCard(Card Card, string Words);

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
/// Where agents' questions wait for people. The question and its cards are one transaction; so are an answer and the note of it in the audit.
/// </summary>
internal sealed class PeopleDesk(
    Database database, PersonRequests requests, RequestWaits waits, AgentAudit audit, EffectOutbox outbox, IOptions<PeopleOptions> options, TimeProvider time)
{
    public DateTimeOffset Until => time.GetUtcNow() + options.Value.AskFor;

    /// <summary>Puts a question out, within a transaction.</summary>
    /// <param name="card">Makes a card, in a language, from the request's number.</param>
    /// <returns>The request's number, and what to wake after the commit; null where the same call asks already.</returns>
    public (long Id, IReadOnlyList<EffectDraft> Effects)? Put(WriteSession session, PersonRequest request, Asked asked, Func<Language, long, AskCard> card)
    {
        if (requests.Add(session, request) is not { } id)
            return null;
        var posts = Posts(asked, language => card(language, id), request.UntilAt);
        CardLedger.Add(session, posts.Select(post => post.Card));
        // No event causes it: the outbox knows it by the request's number below zero.
        List<EffectDraft> effects = [.. posts.Select(post => post.Effect)];
        outbox.Add(session, -id, effects);
        return (id, effects);
    }

    /// <inheritdoc cref="RequestWaits.EnterForHost"/>
    public IDisposable Enter(string agent) => waits.EnterForHost(agent);

    public void Wake(IReadOnlyList<EffectDraft> effects) => outbox.Wake(effects);

    /// <summary>Waits until a person answered, or it is over, or as long as a call waits.</summary>
    /// <returns>The request as it then stands.</returns>
    public Task<(PersonRequest Request, RequestState State)> WaitAsync(long id, TimeSpan most, IProgress<string>? progress, CancellationToken cancellationToken) =>
        waits.WaitAsync(id, most, isLost: null, progress, "Waiting for a person's answer.", cancellationToken);

    /// <summary>Takes an answer. Taken again after a crash it is the same.</summary>
    /// <param name="person">Whose it is, as far as Webex tells.</param>
    public async Task<AnswerResult> AnswerAsync(long id, Answerer person, RoomId room, string answer, CancellationToken cancellationToken)
    {
        var result = await database.WriteAsync(session => Answer(session, id, person, room, answer), cancellationToken: cancellationToken).ConfigureAwait(false);
        waits.Ring();
        return result;
    }

    /// <summary>Takes what whoever operates the host says to a call that waits for people, within a transaction. After its commit: <see cref="Ring"/>.</summary>
    public AnswerResult Decide(WriteSession session, long id, bool isYes) => PersonRequests.Find(session, id) is { Kind: RequestKind.Approval } request
        ? request.AnsweredBy is null ? Answer(session, request, new Answerer(AgentCall.Operator), isYes ? PeopleCards.Yes : PeopleCards.No) : AnswerResult.Closed
        : AnswerResult.NotAsked;

    /// <summary>Has those look who wait on this host.</summary>
    public void Ring() => waits.Ring();

    private AnswerResult Answer(WriteSession session, long id, Answerer person, RoomId room, string answer) =>
        PersonRequests.Find(session, id) is { } request && request.MayAnswer(person.Id, person.Emails, room) ? Answer(session, request, person, answer) : AnswerResult.NotAsked;

    private AnswerResult Answer(WriteSession session, PersonRequest request, Answerer person, string answer)
    {
        var now = requests.Now;
        if (request.AnsweredBy is not null)
            return request.AnsweredBy == person.Id.Value && request.Answer == answer ? AnswerResult.Taken : AnswerResult.Closed;
        if (request.At(now) != RequestState.Pending)
            return AnswerResult.Late;
        var state = request.Kind == RequestKind.Question ? RequestState.Answered : answer == PeopleCards.Yes ? RequestState.Approved : RequestState.Denied;
        if (!PersonRequests.Answer(session, request.Id, person.Id, person.Name, state, answer, now + (long)options.Value.AskFor.TotalMilliseconds))
            return AnswerResult.Closed;
        if (request.Kind != RequestKind.Question)
            audit.Answer(session, request.Decision, person.Id, person.Name, state == RequestState.Approved);
        return AnswerResult.Taken;
    }

    /// <summary>A card for each, once. Who may press is known by our side alone; a card sent to an address is in a space nobody else is in.</summary>
    private static List<(EffectDraft Effect, (string Nonce, PostedCard) Card)> Posts(Asked asked, Func<Language, AskCard> card, long until) =>
    [
        .. (asked.Room is null ? asked.People : [default]).Select((person, i) =>
        {
            var nonce = CardLedger.NewNonce();
            var ask = card(asked.Room is null ? person.Language : asked.Language);
            var target = asked.Room ?? new RoomId(person.ToString());
            var message = new NewMessage
            {
                RoomId = asked.Room,
                ToPersonId = asked.Room is null ? person.Id : null,
                ToPersonEmail = asked.Room is null && person.Id is null ? person.Email : null,
                Markdown = ask.Words,
                Attachments = [Attachment.Card(JsonSerializer.SerializeToElement(ask.Card.ToJson(nonce)))],
            };
            var posted = new PostedCard(
                ask.Card.Submits, target, asked.Room is null || asked.IsDirect, Thread: null, Message: null, asked.Room is null ? person.Id : null,
                // Whoever is in a space can press, and must not use it up for those who were asked: the request takes one answer in any case.
                IsOnce: asked.Room is null || asked.Names is null,
                DateTimeOffset.FromUnixTimeMilliseconds(until));
            return (new EffectDraft(Replies.Ordinal(i), target, EffectKind.Post, PostBody.Of(message), Card: nonce), (nonce, posted));
        }),
    ];
}
