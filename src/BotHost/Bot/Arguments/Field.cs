using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace BotHost.Bot;

/// <summary>One input of a card and the parameter it becomes.</summary>
/// <param name="Id">The input's id: the parameter's name in camel case.</param>
/// <param name="Caption">What people call it.</param>
/// <param name="Scalar">How one value is read.</param>
/// <param name="IsMany">An array: the input holds several values.</param>
/// <param name="IsOptional">May be missing or empty.</param>
/// <param name="Default">Its value then.</param>
/// <param name="IsMultiLine">Drawn as a field of several lines.</param>
internal sealed record Field(string Id, Caption Caption, Scalar Scalar, bool IsMany, bool IsOptional, object? Default, bool IsMultiLine)
{
    /// <summary>What people call it, in the language of the turn.</summary>
    public string Label => Caption.Told;

    /// <summary>What is in the input when it is drawn: the default that the declaration states.</summary>
    public object? Initial { get; init; }

    /// <summary>What the value must be beyond its type.</summary>
    public required FieldRules Rules { get; init; }

    /// <summary>A value as it stands in an input.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        Enum name => Words.Kebab(name.ToString()),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Array many => string.Join(',', many.Cast<object?>().Select(TextOf)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The parameter as a field; null, with the problem reported, where it cannot be one.</summary>
    public static Field? Of(ParameterInfo parameter, Action<string> problem)
    {
        var (type, isMany) = parameter.Element();
        if (Scalar.For(type) is not { } scalar || type == typeof(Mention))
        {
            problem(
                $"The parameter \"{parameter.Name}\" of type {TypeNames.Of(parameter.ParameterType)} cannot be read from a card. " +
                "Make it a string, a number, an enum, a bool, an IParsable<T> or an array of these.");
            return null;
        }

        if (parameter.Name!.StartsWith('_'))
        {
            problem($"The parameter \"{parameter.Name}\" begins with an underscore, which the bot keeps for itself on cards. Rename it.");
            return null;
        }

        // A box that is not ticked is false, never missing; where it is required it must be ticked.
        var rules = FieldRules.Of(parameter, problem);
        var isOptional = rules.Required is null && (parameter.IsOptional() || (scalar.Type == typeof(bool) && !isMany));
        var isMultiLine = parameter.GetCustomAttribute<MultiLineAttribute>() is not null;
        var caption = rules.Display?.GetName() is { } name ? new Caption(name) : parameter.Caption().Capitalised();
        return new Field(Words.Camel(parameter.Name), caption, scalar, isMany, isOptional, parameter.DefaultOf(), isMultiLine)
        {
            Initial = parameter.HasDefaultValue ? parameter.DefaultOf() : null,
            Rules = rules,
        };
    }

    /// <summary>Reads the input; false with what to tell the person.</summary>
    public bool TryRead(IReadOnlyDictionary<string, JsonElement> inputs, in ReadingClock clock, out object? value, out MarkdownText refusal)
    {
        (value, refusal) = (Default, default);
        var text = inputs.TryGetValue(Id, out var input) ? TextOf(input) : null;
        if (string.IsNullOrWhiteSpace(text))
        {
            refusal = IsOptional ? default : Missing;
            return IsOptional;
        }

        if (!TryReadValue(text, clock, out value, out refusal))
        {
            return false;
        }

        if (Rules.Required is not null && value is false)
        {
            refusal = Missing;
            return false;
        }

        var problems = value is null ? [] : Rules.Refusals(value, Label).Select(problem => BotTexts.FieldWrong(Label, problem)).ToList();
        refusal = MarkdownText.Join(" ", problems);
        return problems.Count == 0;
    }

    private MarkdownText Missing => Rules.Required is { ErrorMessage: not null } required
        ? BotTexts.FieldWrong(Label, required.FormatErrorMessage(Label)) : BotTexts.FieldMissing(Label);

    private bool TryReadValue(string text, in ReadingClock clock, out object? value, out MarkdownText refusal)
    {
        refusal = default;
        if (IsMany)
        {
            return TryReadMany(text, clock, out value, out refusal);
        }

        if (Scalar.TryReadText(Scalar.IsText ? text : text.Trim(), clock, out value))
        {
            return true;
        }

        refusal = BotTexts.FieldUnreadable(Label, text, Scalar.What);
        return false;
    }

    private bool TryReadMany(string text, in ReadingClock clock, out object? value, out MarkdownText refusal)
    {
        // Choices come joined by commas; people who type a list also use blanks and lines.
        var parts = Scalar.IsText || Scalar.Choices is not null ? text.Split(',') : text.Split([',', ';', ' ', '\t', '\r', '\n', '\u00A0']);
        var words = parts.Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        var values = Array.CreateInstance(Scalar.Type, words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (!Scalar.TryReadText(words[i], clock, out var one))
            {
                (value, refusal) = (null, BotTexts.FieldUnreadable(Label, words[i], Scalar.What));
                return false;
            }

            values.SetValue(one, i);
        }

        (value, refusal) = (values, words.Count == 0 && !IsOptional ? BotTexts.FieldMissing(Label) : default);
        return words.Count > 0 || IsOptional;
    }

    /// <summary>Number inputs come back as a string or a number, by client (cards.md §3).</summary>
    internal static string? TextOf(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => input.GetString(),
        JsonValueKind.Number => input.TryGetDecimal(out var number)
            ? number.ToString("0.#############################", CultureInfo.InvariantCulture)
            : input.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join(',', input.EnumerateArray().Select(TextOf)),
        _ => null,
    };
}
