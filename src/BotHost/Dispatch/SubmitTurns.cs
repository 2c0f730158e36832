using System.Text.Json;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>A pressed button: its inputs are fetched, its card is looked up on our side, then it is routed and answered like a message.</summary>
internal sealed partial class SubmitTurns(
    WebexClient webex, PeopleDirectory people, CardLedger cards, TurnRunner runner, Conversations conversations, Replies replies, Languages languages, Freshness freshness, ILogger<SubmitTurns> logger)
{
    public async Task<Verdict> RunAsync(QueuedEvent queued, AttachmentActionId id, Webex.Person self, CancellationToken cancellationToken)
    {
        var action = await Refusals.FindAsync(webex.AttachmentActions.GetAsync(id, cancellationToken)).ConfigureAwait(false);
        if (action is not { PersonId: { } presser, RoomId: { } room })
            return Verdict.Handled("Webex shows the bot no such card submit.");
        if (presser == self.Id)
            return Verdict.Handled("The bot's own submit.");
        if (freshness.IsTooOld(queued, action.Created))
            return Verdict.Quarantined(Freshness.TooOld);

        // Webex stores what a client sent as it was sent, and JSON may name a thing twice.
        var inputs = action.Inputs.EnumerateObject().DistinctBy(input => input.Name).ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal);
        if (Text(inputs, "_submit") is not { } name || Text(inputs, "_nonce") is not { } nonce)
        {
            Log.Foreign(logger);
            return Verdict.Handled("The card is not one of this host's: it names no submit.");
        }

        // First, so that neither a bot's press nor a failing look-up uses a card up.
        var profile = await people.ReadAsync(presser, cancellationToken).ConfigureAwait(false);
        if (profile is null or { IsBot: true })
            return Verdict.Handled("Pressed by a bot, or by somebody Webex does not show.");
        var (result, card) = await cards.PressAsync(nonce, name, room, action.MessageId, presser, queued.Key, isAgain: queued.RetriedAt is not null, cancellationToken).ConfigureAwait(false);
        Texts.Language = languages.Of(presser);
        // What is known of the room is what was written down when the card was posted; the press itself says nothing trustworthy.
        var place = new Place(room, card?.IsDirect ?? false, card is null or { IsDirect: true } ? null : card.Thread ?? card.Message, presser, Root: card?.Thread ?? card?.Message);
        if (result != PressResult.Accepted)
        {
            return Verdict.Handled($"Press refused: {result}.") with { Effects = replies.Draft(place, [Explain(result)]).Effects };
        }

        var values = inputs.Where(input => !input.Key.StartsWith('_')).ToDictionary();
        if (name == Card.AnswerSubmit)
        {
            return conversations.Press(Text(inputs, Card.QuestionKey), presser, values)
                ?? Verdict.Handled("The question is not open any more.") with { Effects = replies.Draft(place, [(Reply)BotTexts.QuestionClosed]).Effects };
        }

        var turn = new Turn(
            queued,
            new Bot.Person(presser, profile.Emails.FirstOrDefault() ?? ""),
            new Bot.Room(room, card!.IsDirect),
            new Incoming(action.MessageId, card.Thread, "", []),
            new Submission(name, values, action.MessageId),
            place,
            nonce,
            card);
        return await runner.RunAsync(turn, cancellationToken).ConfigureAwait(false);
    }

    private static Reply Explain(PressResult result) => Reply.Text(result switch
    {
        PressResult.Expired => Texts.Plain("CardExpired"),
        PressResult.NotYours => Texts.Plain("CardNotYours"),
        PressResult.Used => Texts.Plain("CardUsed"),
        _ => Texts.Plain("CardUnknown"),
    });

    private static string? Text(Dictionary<string, JsonElement> inputs, string name) =>
        inputs.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 200 } text ? text : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A card submit names no submit of ours. Cards this bot answers are made with Card; "
            + "their buttons name a route: bot.Submit(\"name\", …)")]
        public static partial void Foreign(ILogger logger);
    }
}
