using System.Text.Json.Nodes;
using BotHost.Bot;
using BotHost.Outbox;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>Whom an agent's own question goes to: one of the three.</summary>
internal sealed record QuestionPlace(RoomId? Room, PersonId? Person, string? Email);

/// <summary>An agent's own questions. The same question, asked again while it stands, waits on: nobody is asked twice.</summary>
internal sealed class PeopleQuestions(Database database, PeopleDesk desk, PersonRequests requests, Addressing addressing, IOptions<PeopleOptions> options)
{
    /// <param name="context">The call.</param>
    /// <param name="request">What is asked, but for whom and until when.</param>
    /// <param name="place">Whom.</param>
    /// <param name="card">The card, in a language, from the request's number and end.</param>
    /// <param name="seconds">How long the call waits, where that is less than usual.</param>
    /// <param name="cancellationToken">Ends the wait, not the question.</param>
    public async Task<ToolOutput> AskAsync(
        ToolContext context, PersonRequest request, QuestionPlace place, Func<Language, long, DateTimeOffset, AskCard> card, int? seconds, CancellationToken cancellationToken)
    {
        using var waiting = desk.Enter(request.Agent);
        var id = requests.FindOpen(request.Agent, request.CallKey)?.Id
            ?? await PutAsync(request, await FindAsync(context, place, cancellationToken).ConfigureAwait(false), card, cancellationToken).ConfigureAwait(false);
        var (asked, state) = await desk.WaitAsync(id, options.Value.Wait(seconds), context.Progress, cancellationToken).ConfigureAwait(false);
        // What is told is told: the same question is a new one from here on.
        if (state is not (RequestState.Pending or RequestState.Expired))
            await database.WriteAsync(session => PersonRequests.Use(session, id), cancellationToken: cancellationToken).ConfigureAwait(false);
        return new ToolOutput(Told(asked, state));
    }

    /// <summary>How a request stands, as agents are told it.</summary>
    public static JsonObject Told(PersonRequest request, RequestState state)
    {
        var told = new JsonObject { ["request"] = request.Id, ["state"] = state.ToString().ToLowerInvariant(), ["about"] = request.Wish };
        if (request.Kind != RequestKind.Approval && request.Answer is { } answer)
            told["answer"] = answer;
        if (request.AnsweredBy is { } person)
            told["answeredBy"] = person;
        if (state == RequestState.Pending)
            told["next"] = request.Kind == RequestKind.Command
                ? "The command has not ended yet. Repeat the same call to go on waiting, or look later with get-approval."
                : "Nobody has answered yet. Repeat the same call to go on waiting, or look later with get-approval.";
        return told;
    }

    private async Task<long> PutAsync(PersonRequest request, Asked asked, Func<Language, long, DateTimeOffset, AskCard> card, CancellationToken cancellationToken)
    {
        var until = desk.Until;
        var whole = new PersonRequest
        {
            Agent = request.Agent, KindName = request.KindName, CallKey = request.CallKey, Decision = request.Decision, Wish = request.Wish,
            Asked = asked.Names, Room = asked.Room?.Value, UntilAt = until.ToUnixTimeMilliseconds(),
        };
        var put = await database.WriteAsync<(long Id, IReadOnlyList<EffectDraft> Effects)?>(
            session => desk.Put(session, whole, asked, (language, id) => card(language, id, until)), cancellationToken: cancellationToken).ConfigureAwait(false);
        desk.Wake(put?.Effects ?? []);
        return put?.Id ?? requests.FindOpen(request.Agent, request.CallKey)?.Id ?? throw new ToolException("The same question is just being asked elsewhere. Repeat the call in a moment.");
    }

    /// <summary>It is the bot that asks, whoever the agent acts as: it must see them.</summary>
    private async Task<Asked> FindAsync(ToolContext context, QuestionPlace place, CancellationToken cancellationToken)
    {
        if (place is not ({ Room: not null, Person: null, Email: null } or { Room: null, Person: not null, Email: null } or { Room: null, Person: null, Email: not null }))
            throw new ToolException("Give exactly one of roomId, toPersonId and toPersonEmail.");
        if (place.Room is { } room)
            return await addressing.SpaceAsync(room, [], cancellationToken).ConfigureAwait(false);
        return await addressing.PersonAsync(place.Person, place.Email ?? "", cancellationToken).ConfigureAwait(false) is { } person
            ? new Asked([person])
            : throw new ToolException("That is no person Webex shows to the bot. Check the id or address; a bot cannot be asked.");
    }
}
