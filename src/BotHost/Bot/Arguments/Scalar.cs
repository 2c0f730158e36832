using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>Reads one value from one word; false where the word is not such a value.</summary>
internal delegate bool TryReadText(string text, [NotNullWhen(true)] out object? value);

/// <summary>A type whose values people can write in one word.</summary>
/// <param name="Type">The type, never a <see cref="Nullable{T}"/>.</param>
/// <param name="What">What people are told a value is: "a whole number".</param>
/// <param name="TryReadText">Reads it, without regard to culture.</param>
internal sealed record Scalar(Type Type, string What, TryReadText TryReadText)
{
    private static readonly ConcurrentDictionary<Type, Scalar?> Known = new();

    /// <summary>All values there are, where that is a handful of names.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What people are shown of each choice; null where that is its name.</summary>
    public IReadOnlyList<string>? Titles { get; init; }

    public bool IsWholeNumber { get; init; }

    public bool IsText => Type == typeof(string);

    /// <summary>The type's scalar, or null where the type is none.</summary>
    public static Scalar? For(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, ScalarFactory.Create);

    public bool TryRead(in Token token, [NotNullWhen(true)] out object? value)
    {
        value = token.Mention is not { } mention ? null
            : Type == typeof(Mention) ? mention
            : Type == typeof(PersonRef) ? (object)(PersonRef)mention
            : null;
        return value is not null || TryReadText(token.Value, out value);
    }
}
