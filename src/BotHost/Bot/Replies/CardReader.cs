using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>
/// Holds a card that was not made by our own builder against what Webex draws (Adaptive Cards 1.3 without Media, ToggleVisibility and Execute),
/// and makes its submit buttons ours.
/// </summary>
internal sealed class CardReader(CardNames names, string? submit)
{
    private static readonly string[] Elements =
        ["TextBlock", "RichTextBlock", "Image", "ImageSet", "Container", "ColumnSet", "FactSet", "ActionSet", "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet"];

    private static readonly string[] Buttons = ["Action.Submit", "Action.OpenUrl", "Action.ShowCard"];

    public void Read(JsonObject card)
    {
        if ((string?)Text(card, "version") is { } version && (!Version.TryParse(version, out var known) || known > new Version(1, 3)))
        {
            throw new ArgumentException($"The card is of version {version}, and Webex draws 1.3 at most. Make it of 1.3.");
        }

        Sheet(card, "");
    }

    private void Sheet(JsonObject card, string path)
    {
        Each(card, "body", path, Element);
        Each(card, "actions", path, Button);
        AtMost(card, path);
    }

    private void Element(JsonObject element, string path)
    {
        var type = CardJson.TypeOf(element);
        Known(type, Elements, path);
        switch (type)
        {
            case "TextBlock":
                names.Words.Add(Text(element, "text") ?? "");
                break;
            case "FactSet":
                names.Words.AddRange((element["facts"] as JsonArray ?? []).OfType<JsonObject>().Select(fact => $"- {Text(fact, "title")}: {Text(fact, "value")}"));
                break;
            case "Image":
                Address(element, path);
                break;
            case "ImageSet":
                Each(element, "images", path, Address);
                break;
            case "Container":
                Each(element, "items", path, Element);
                break;
            case "ColumnSet":
                Each(element, "columns", path, (column, where) => Each(column, "items", where, Element));
                break;
            case "ActionSet":
                Each(element, "actions", path, Button);
                AtMost(element, path);
                break;
            case not null when type.StartsWith("Input.", StringComparison.Ordinal):
                names.AddInput(Text(element, "id") ?? throw new ArgumentException($"{path} is an input without an id, so its value would come back under no name. Give it one."));
                break;
        }

        if (element["selectAction"] is JsonObject action)
        {
            Button(action, $"{path}.selectAction");
        }
    }

    private void Button(JsonObject button, string path)
    {
        var type = CardJson.TypeOf(button);
        Known(type, Buttons, path);
        switch (type)
        {
            case "Action.OpenUrl":
                Address(button, path);
                break;
            case "Action.ShowCard" when button["card"] is JsonObject behind:
                Sheet(behind, $"{path}.card");
                break;
            case "Action.Submit":
                Submit(button, path);
                break;
        }
    }

    private void Submit(JsonObject button, string path)
    {
        var route = Text(button, "id") ?? submit
            ?? throw new ArgumentException($"{path} is a submit button, and nothing says which route it is for. Give its id the route's name, or give FromJson one for all.");
        CardNames.RefuseReserved(route, "id");
        button.Remove("id");
        if (button["data"] is not null and not JsonObject)
        {
            throw new ArgumentException($"{path}.data is no object. A button's data are named values: {{ \"room\": \"…\" }}.");
        }

        var data = button["data"] as JsonObject ?? [];
        foreach (var (key, _) in data)
        {
            names.AddData(Text(button, "title") ?? path, key);
        }

        data[Card.SubmitKey] = route;
        button["data"] = data.Parent is null ? data : data.DeepClone();
    }

    private static void Known(string? type, string[] known, string path)
    {
        if (!known.Contains(type, StringComparer.Ordinal))
        {
            throw new ArgumentException($"{path} is \"{type}\", which Webex does not draw. There are {string.Join(", ", known)}.");
        }
    }

    private static void Address(JsonObject part, string path)
    {
        if (!Uri.TryCreate(Text(part, "url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"{path}.url is no absolute http or https address. Give it one.");
        }
    }

    private static void AtMost(JsonObject part, string path)
    {
        if (part["actions"] is JsonArray { Count: > Card.MaxButtons } buttons)
        {
            throw new ArgumentException($"{path}{(path.Length > 0 ? "." : "")}actions are {buttons.Count}, and Webex draws {Card.MaxButtons} side by side. Leave some out.");
        }
    }

    private static void Each(JsonObject part, string list, string path, Action<JsonObject, string> read)
    {
        var at = path.Length > 0 ? $"{path}.{list}" : list;
        if (part[list] is null)
        {
            return;
        }

        if (part[list] is not JsonArray items)
        {
            throw new ArgumentException($"{at} is no list. Put it in brackets.");
        }

        for (var i = 0; i < items.Count; i++)
        {
            read(items[i] as JsonObject ?? throw new ArgumentException($"{at}[{i}] is no element. Make it an object with a type."), $"{at}[{i}]");
        }
    }

    private static string? Text(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
