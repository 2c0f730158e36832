using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>Reads one value from one word; false where the word is not such a value.</summary>
internal delegate bool TryReadText(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value);

/// <summary>Why a word that looks like such a value is none; null where there is nothing to add.</summary>
internal delegate string? ReadingHint(string text, in ReadingClock clock);

/// <summary>A type whose values people can write in one word.</summary>
/// <param name="Type">The type, never a <see cref="Nullable{T}"/>.</param>
/// <param name="Describe">What people are told a value is, in the language of the turn: "a whole number".</param>
/// <param name="TryReadText">Reads it, without regard to culture.</param>
internal sealed record Scalar(Type Type, Func<string> Describe, TryReadText TryReadText)
{
    /// <summary>A hint may quote the word.</summary>
    private const int LongestHinted = 40;

    private static readonly ConcurrentDictionary<Type, Scalar?> Known = new();

    /// <summary>All values there are, where that is a handful of names.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What people are shown of each choice; null where that is its name.</summary>
    public IReadOnlyList<string>? Titles { get; init; }

    /// <summary>The most words one value has: "2 days" is two.</summary>
    public int MostWords { get; init; } = 1;

    /// <summary>Whether a value depends on when and where it is said.</summary>
    public bool NeedsClock { get; init; }

    public ReadingHint? Hint { get; init; }

    public string What => Describe();

    /// <summary>What a value is in a word, for a line of usage, in the language of the turn; null where there is none.</summary>
    public string? Kind => ScalarFactory.KindOf(this) is { } key ? Texts.Plain(key) : null;

    public bool IsWholeNumber { get; init; }

    public bool IsText => Type == typeof(string);

    /// <summary>The type's scalar, or null where the type is none.</summary>
    public static Scalar? For(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, ScalarFactory.Create);

    /// <summary>What to tell somebody whose word is no such value.</summary>
    public MarkdownText Refuse(string label, string word, in ReadingClock clock) =>
        BotTexts.Unreadable(label, word, What, word.Length <= LongestHinted ? Hint?.Invoke(word, clock) : null);

    public bool TryRead(in Token token, in ReadingClock clock, [NotNullWhen(true)] out object? value)
    {
        value = token.Mention is not { } mention ? null
            : Type == typeof(Mention) ? mention
            : Type == typeof(PersonRef) ? (object)(PersonRef)mention
            : null;
        return value is not null || TryReadText(token.Value, clock, out value);
    }
}
