using System.Text.Json.Nodes;

namespace BotHost.Bot;

public sealed partial class Card
{
    private readonly HashSet<string> _inputs = [];

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
    /// <exception cref="ArgumentException">The id is reserved or taken.</exception>
    public Card TextInput(
        string id, string label, bool required = false, bool multiLine = false, int? maxLength = null, string? regex = null,
        string? placeholder = null, string? value = null) =>
        AddInput("Input.Text", id, label, required, value, new JsonObject
        {
            ["isMultiline"] = multiLine ? true : null,
            ["maxLength"] = maxLength,
            ["regex"] = regex,
            ["placeholder"] = placeholder,
        });

    /// <summary>
    /// A field for a number, from <paramref name="min"/> to <paramref name="max"/> where they are given. Otherwise as <see
    /// cref="TextInput"/>.
    /// </summary>
    public Card NumberInput(string id, string label, bool required = false, decimal? min = null, decimal? max = null, decimal? value = null) =>
        AddInput("Input.Number", id, label, required, value, new JsonObject { ["min"] = min, ["max"] = max });

    /// <summary>
    /// A choice among several: of each the title is shown and the value comes back. With <paramref name="multiple"/> several may be
    /// chosen; they come back joined by commas and are read as an array. Otherwise as <see cref="TextInput"/>.
    /// </summary>
    public Card ChoiceInput(
        string id, string label, IEnumerable<(string Title, string Value)> choices, bool required = false, bool multiple = false,
        string? value = null)
    {
        var list = choices.ToList();
        if (multiple && list.FirstOrDefault(choice => choice.Value.Contains(',')) is { Value: { } withComma })
        {
            throw new ArgumentException(
                $"The choice \"{withComma}\" has a comma, which separates the values that come back. " +
                "Give it a value without.", nameof(choices));
        }

        return AddInput("Input.ChoiceSet", id, label, required, value, new JsonObject
        {
            ["choices"] = new JsonArray([.. list.Select(choice => new JsonObject { ["title"] = choice.Title, ["value"] = choice.Value })]),
            ["isMultiSelect"] = multiple ? true : null,
        });
    }

    /// <summary>A box to tick; it comes back as "true" or "false". Otherwise as <see cref="TextInput"/>.</summary>
    public Card ToggleInput(string id, string label, bool value = false) =>
        AddInput("Input.Toggle", id, null, required: false, value ? "true" : "false", new JsonObject { ["title"] = label });

    private Card AddInput(string type, string id, string? label, bool required, JsonNode? value, JsonObject more)
    {
        RefuseReserved(id, nameof(id));
        if (_dataKeys.Contains(id) || !_inputs.Add(id))
        {
            throw new ArgumentException(
                $"The card has a value named \"{id}\" already, and only one of them would arrive. " +
                "Rename either.", nameof(id));
        }

        var input = new JsonObject { ["type"] = type, ["id"] = id };
        more["label"] = label;
        more["value"] = value;
        if (required)
        {
            more["isRequired"] = true;
            more["errorMessage"] = BotTexts.PleaseFillIn(label ?? id);
        }

        foreach (var (name, node) in more.Where(property => property.Value is not null).ToList())
        {
            input[name] = node!.DeepClone();
        }

        _body.Add(input);
        return this;
    }
}
