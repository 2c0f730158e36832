using System.Text.Json.Nodes;
using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>
/// Draws a card again that was used up by a press which was not good enough: with what was filled in, and what is wrong at each field. The
/// card is read back from Webex, where it is as the bot posted it; what the client sent is only filled into its fields.
/// </summary>
internal sealed class CardsAgain(WebexClient webex, BotIdentity identity, TimeProvider time)
{
    /// <summary>The same effects; or with the card behind the words that say what is wrong.</summary>
    public async Task<IReadOnlyList<TurnEffect>> DrawAsync(Turn turn, IReadOnlyList<TurnEffect> effects, CancellationToken cancellationToken)
    {
        if (turn is not { Card: { IsOnce: true } posted, Submission: { } submission } || effects.LastOrDefault(IsAboutFields) is not { } about)
            return effects;
        if (await Refusals.FindAsync(webex.Messages.GetAsync(submission.CardId, cancellationToken)).ConfigureAwait(false) is not { Attachments: [{ } attached, ..] } message
            || message.PersonId != (await identity.GetAsync(cancellationToken).ConfigureAwait(false)).Id
            || JsonNode.Parse(attached.Content.GetRawText()) is not JsonObject json)
            return effects;

        FilledCard.Fill(json, submission.Inputs, about.Reply.FieldErrors);
        var left = posted.Expires - time.GetUtcNow();
        var card = Card.Again(json, onlyAsker: posted.Asker is not null, left > TimeSpan.Zero ? left : TimeSpan.FromMinutes(1));
        return [.. effects.Select(effect => effect == about ? new TurnEffect(about.Reply.With(card), null) : effect)];
    }

    private static bool IsAboutFields(TurnEffect effect) => effect is { Edits: null, Reply: { FieldErrors.Count: > 0, Card: null, Attached: null } };
}
