using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

public abstract partial class CardBody<TSelf>
{
    /// <summary>A field for text.</summary>
    /// <param name="id">The name the value comes back under; not beginning with <c>_</c>.</param>
    /// <param name="label">Shown above the field.</param>
    /// <param name="required">The client does not submit while it is empty.</param>
    /// <param name="multiLine">Several lines.</param>
    /// <param name="maxLength">Most characters; null for any number.</param>
    /// <param name="regex">A JavaScript pattern the client holds the text against. A client is not trusted: the handler checks
    /// again.</param>
    /// <param name="placeholder">Shown while the field is empty.</param>
    /// <param name="value">What is in it at first.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="error">Shown by the client where it does not submit; null for "Please fill in …" where it is required.</param>
    /// <exception cref="ArgumentException">The id is reserved or taken.</exception>
    public TSelf TextInput(
        string id, string label, bool required = false, bool multiLine = false, int? maxLength = null, string? regex = null,
        string? placeholder = null, string? value = null, TextInputKind kind = default, string? error = null) =>
        AddInput("Input.Text", id, label, required, value, error,
            ("isMultiline", CardJson.If(multiLine)), ("maxLength", maxLength), ("regex", regex), ("placeholder", placeholder), ("style", CardJson.Look(kind)));

    /// <summary>
    /// A field for a number, from <paramref name="min"/> to <paramref name="max"/> where they are given. Otherwise as <see
    /// cref="TextInput"/>.
    /// </summary>
    public TSelf NumberInput(
        string id, string label, bool required = false, decimal? min = null, decimal? max = null, decimal? value = null, string? placeholder = null,
        string? error = null) =>
        AddInput("Input.Number", id, label, required, value, error, ("min", min), ("max", max), ("placeholder", placeholder));

    /// <summary>
    /// A day from a calendar, from <paramref name="min"/> to <paramref name="max"/> where they are given; it comes back as <c>2026-12-31</c>.
    /// Otherwise as <see cref="TextInput"/>.
    /// </summary>
    public TSelf DateInput(
        string id, string label, bool required = false, DateOnly? min = null, DateOnly? max = null, DateOnly? value = null, string? error = null) =>
        AddInput("Input.Date", id, label, required, Day(value), error, ("min", Day(min)), ("max", Day(max)));

    /// <summary>
    /// A time of day, from <paramref name="min"/> to <paramref name="max"/> where they are given; it comes back as <c>17:30</c>. Otherwise as
    /// <see cref="TextInput"/>.
    /// </summary>
    public TSelf TimeInput(
        string id, string label, bool required = false, TimeOnly? min = null, TimeOnly? max = null, TimeOnly? value = null, string? error = null) =>
        AddInput("Input.Time", id, label, required, Time(value), error, ("min", Time(min)), ("max", Time(max)));

    /// <summary>
    /// A choice among several: of each the title is shown and the value comes back. With <paramref name="multiple"/> several may be
    /// chosen; they come back joined by commas and are read as an array. Drawn as a list to open, or with <paramref name="expanded"/> all at
    /// once. Otherwise as <see cref="TextInput"/>.
    /// </summary>
    public TSelf ChoiceInput(
        string id, string label, IEnumerable<(string Title, string Value)> choices, bool required = false, bool multiple = false,
        string? value = null, bool expanded = false, string? placeholder = null, string? error = null)
    {
        var list = choices.ToList();
        if (multiple && list.FirstOrDefault(choice => choice.Value.Contains(',')) is { Value: { } withComma })
        {
            throw new ArgumentException(
                $"The choice \"{withComma}\" has a comma, which separates the values that come back. " +
                "Give it a value without.", nameof(choices));
        }

        return AddInput("Input.ChoiceSet", id, label, required, value, error,
            ("choices", CardJson.Array(list.Select(choice => new JsonObject { ["title"] = choice.Title, ["value"] = choice.Value }))),
            ("isMultiSelect", CardJson.If(multiple)), ("style", expanded ? "expanded" : null), ("placeholder", placeholder));
    }

    /// <summary>A box to tick; it comes back as "true" or "false". Where it is required it must be ticked. Otherwise as <see cref="TextInput"/>.</summary>
    public TSelf ToggleInput(string id, string label, bool value = false, bool required = false, string? error = null) =>
        AddInput("Input.Toggle", id, null, required, value ? "true" : "false", error ?? (required ? BotTexts.PleaseTick(label) : null), ("title", label));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private TSelf AddInput(
        string type, string id, string? label, bool required, JsonNode? value, string? error, params IEnumerable<(string Name, JsonNode? Value)> more)
    {
        Names.AddInput(id);
        return Add(CardJson.Object(type,
        [
            ("id", id), .. more, ("label", label), ("value", value), ("isRequired", CardJson.If(required)),
            ("errorMessage", error ?? (required ? BotTexts.PleaseFillIn(label ?? id) : null)),
        ]));
    }
}
