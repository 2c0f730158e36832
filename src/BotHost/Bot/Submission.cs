using System.Text.Json;

namespace BotHost.Bot;

/// <summary>A pressed card button.</summary>
/// <param name="Name">The submit route the button named.</param>
/// <param name="Inputs">The card's inputs merged with the button's data, by id. Whoever can see a card can send any values: they are what a
/// person says, not what the bot wrote.</param>
/// <param name="CardId">The message that carries the card.</param>
public sealed record Submission(string Name, IReadOnlyDictionary<string, JsonElement> Inputs, MessageId CardId);
