using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace BotHost.Bot;

/// <summary>Finds out how a type is read. Once per type.</summary>
internal static class ScalarFactory
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(Guid)] = "AnIdentifier",
        [typeof(PersonRef)] = "APerson",
    };

    private static readonly Dictionary<Type, string> Kinds = new()
    {
        [typeof(string)] = "KindText",
        [typeof(PersonRef)] = "KindPerson",
        [typeof(DateOnly)] = "KindDate",
        [typeof(TimeOnly)] = "KindTime",
        [typeof(DateTimeOffset)] = "KindMoment",
        [typeof(TimeSpan)] = "KindDuration",
    };

    /// <summary>The key of the one word for what a type's values are; null where there is none.</summary>
    public static string? KindOf(Scalar scalar) => Kinds.GetValueOrDefault(scalar.Type)
        ?? (IsClosedOver(scalar.Type, typeof(INumberBase<>)) && scalar.Type != typeof(char) ? "KindNumber" : IsClosedOver(scalar.Type, typeof(IWebexId<>)) ? "KindId" : null);

    public static Scalar? Create(Type type)
    {
        if (type == typeof(string))
        {
            return new Scalar(type, () => Texts.Plain("AText"), ReadText);
        }

        if (type == typeof(bool))
        {
            return new Scalar(type, () => Texts.Plain("TrueOrFalse"), Reader(nameof(TryParse), type));
        }

        if (TemporalScalars.For(type) is { } temporal)
        {
            return temporal;
        }

        if (type == typeof(Mention))
        {
            return new Scalar(type, () => Texts.Plain("AMention"), ReadNothing);
        }

        if (type.IsEnum)
        {
            return Enumeration(type);
        }

        if (type == typeof(Uri))
        {
            return new Scalar(type, () => Texts.Plain("AnAddress"), ReadAddress);
        }

        if (IsClosedOver(type, typeof(IWebexId<>)))
        {
            return new Scalar(type, () => Texts.Plain("AnId"), Reader(nameof(TryReadId), type));
        }

        // A char counts as a number in .NET, and as a letter everywhere else.
        if (type == typeof(char))
        {
            return new Scalar(type, () => Texts.Plain("OneCharacter"), Reader(nameof(TryParse), type));
        }

        if (!IsClosedOver(type, typeof(IParsable<>)))
        {
            return null;
        }

        if (IsClosedOver(type, typeof(INumberBase<>)))
        {
            var isWhole = IsClosedOver(type, typeof(IBinaryInteger<>));
            return new Scalar(type, () => Texts.Plain(isWhole ? "AWholeNumber" : "ANumber"), Reader(nameof(TryReadNumber), type)) { IsWholeNumber = isWhole };
        }

        var what = Names.GetValueOrDefault(type);
        return new Scalar(type, () => what is null ? Texts.Plain("AValid", Words.Spaced(type.Name)) : Texts.Plain(what), Reader(nameof(TryParse), type));
    }

    /// <summary>
    /// By name only, whatever the case; <c>dark-red</c> reads <c>DarkRed</c> too. A number would let values in that have no name.
    /// </summary>
    private static Scalar Enumeration(Type type)
    {
        var names = Enum.GetNames(type);
        var values = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var value = Enum.Parse(type, name);
            values.TryAdd(name, value);
            values.TryAdd(Words.Kebab(name), value);
        }

        var shown = names.Select(Words.Kebab).ToList();
        var titles = names.Zip(shown, (name, choice) => type.GetField(name)!.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? choice).ToList();
        return new Scalar(type, () => BotTexts.OneOf(shown), TryRead) { Choices = shown, Titles = titles };

        bool TryRead(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) => values.TryGetValue(Words.Key(text), out value);
    }

    private static bool IsClosedOver(Type type, Type generic) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic && i.GenericTypeArguments[0] == type);

    private static TryReadText Reader(string method, Type type) =>
        typeof(ScalarFactory).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<TryReadText>();

    private static bool ReadText(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) => (value = text) is not null;

    /// <summary>A mention is read from its span, never from a name that somebody typed.</summary>
    private static bool ReadNothing(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) => (value = null) is not null;

    /// <summary>What a person can follow, and nothing that a program would run.</summary>
    private static bool ReadAddress(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) =>
        (value = Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null) is not null;

    private static bool TryParse<T>(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) where T : IParsable<T> =>
        (value = T.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed : null) is not null;

    /// <summary>No thousands separators: "1,5" is not fifteen.</summary>
    private static bool TryReadNumber<T>(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) where T : INumberBase<T>
    {
        var style = T.TryParse("1.5", NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? NumberStyles.Float : NumberStyles.Integer;
        return (value = T.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && T.IsFinite(number) ? number : null) is not null;
    }

    private static bool TryReadId<T>(string text, in ReadingClock clock, [NotNullWhen(true)] out object? value) where T : struct, IWebexId<T> =>
        (value = string.IsNullOrWhiteSpace(text) ? null : T.From(text)) is not null;
}
