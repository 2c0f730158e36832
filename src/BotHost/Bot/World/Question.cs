using System.Text.Json;

namespace BotHost.Bot;

/// <summary>What became of a question.</summary>
/// <param name="Not">Why there is no answer; null where there is one.</param>
/// <param name="Text">What was said, where it was said in words.</param>
/// <param name="Mentions">The mentions in it.</param>
/// <param name="Inputs">What was filled in, where it was said by pressing a button.</param>
internal sealed record Answer(
    NotAnswered? Not, string? Text = null, IReadOnlyList<MentionSpan>? Mentions = null, IReadOnlyDictionary<string, JsonElement>? Inputs = null);

/// <summary>A question of a turn.</summary>
/// <param name="Number">Its step.</param>
/// <param name="Id">What a card that answers it carries.</param>
/// <param name="Answer">What became of it; null where it is asked only now.</param>
internal sealed record AskedQuestion(int Number, string Id, Answer? Answer);

/// <summary>A question that a turn waits for.</summary>
/// <param name="Timeout">For how long; null for as long as the settings say.</param>
/// <param name="Consent">The ticket of the link by which it is answered, where it is a consent.</param>
internal sealed record PendingQuestion(int Number, TimeSpan? Timeout, string? Consent = null);
