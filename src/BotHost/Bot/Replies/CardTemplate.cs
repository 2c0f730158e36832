using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.Bot;

/// <summary>
/// A small part of Adaptive Cards templating: names in holes, <c>$data</c>, <c>$when</c>. No functions, no arithmetic: what is to be computed
/// is computed in C# and given as data.
/// </summary>
internal sealed partial class CardTemplate
{
    private readonly JsonNode? _root;
    private readonly bool _isForeign;
    private readonly string? _missing;

    private CardTemplate(JsonNode? root, bool isForeign = false, string? missing = null) => (_root, _isForeign, _missing) = (root, isForeign, missing);

    /// <summary>The template with its holes filled, as a node of its own.</summary>
    public static JsonObject Fill(JsonObject template, JsonNode? data) => new CardTemplate(data).Fill(template);

    private JsonObject Fill(JsonObject template) =>
        Value(template, new Scope(_root, null), "card", isMarkdown: false) as JsonObject ?? throw new ArgumentException("$when leaves the whole card out. Send no card instead.");

    /// <summary>Null where <c>$when</c> leaves it out.</summary>
    private JsonObject? Object(JsonObject template, Scope scope, string path)
    {
        if (template["$when"] is { } when && !IsTrue(Expression(when, $"{path}.$when"), scope, path))
        {
            return null;
        }

        var filled = new JsonObject();
        var isMarkdown = CardJson.TypeOf(template) == "TextBlock" || (!template.ContainsKey("type") && template.ContainsKey("title") && template.ContainsKey("value") && path.Contains(".facts["));
        foreach (var (name, value) in template.Where(property => property.Key is not ("$when" or "$data")))
        {
            if (Value(value, scope, $"{path}.{name}", isMarkdown && name is ("text" or "title" or "value")) is { } node)
            {
                filled[name] = node;
            }
        }

        return filled;
    }

    private JsonNode? Value(JsonNode? template, Scope scope, string path, bool isMarkdown) => template switch
    {
        JsonObject part when part.ContainsKey("$data") => Repeated(part, scope, path).ToList() is [var one] ? one
            : throw new ArgumentException($"{path} has $data that is not one object, and is not in a list where it could be repeated. Put it into one."),
        JsonObject part => Object(part, scope, path),
        JsonArray list => new JsonArray([.. list.SelectMany((item, i) => Items(item, scope, $"{path}[{i}]"))]),
        JsonValue value when value.TryGetValue(out string? text) => Text(text, scope, path, isMarkdown),
        _ => template?.DeepClone(),
    };

    private IEnumerable<JsonNode?> Items(JsonNode? item, Scope scope, string path) => item is JsonObject part
        ? part.ContainsKey("$data") ? Repeated(part, scope, path) : Object(part, scope, path) is { } one ? [one] : []
        : [Value(item, scope, path, isMarkdown: false)];

    /// <summary>An element for each item of its <c>$data</c>, or one where that is an object.</summary>
    private IEnumerable<JsonObject> Repeated(JsonObject part, Scope scope, string path)
    {
        var data = part["$data"] is JsonValue ? Look(Expression(part["$data"]!, $"{path}.$data"), scope, path) : part["$data"];
        if (_isForeign && data is null)
        {
            return [];
        }

        return data is JsonArray list
            ? list.Take(_isForeign ? MostForeign : list.Count).Select((item, i) => Object(part, new Scope(item, i), path)).OfType<JsonObject>()
            : Object(part, new Scope(data, null), path) is { } one ? [one] : [];
    }

    private JsonNode? Text(string text, Scope scope, string path, bool isMarkdown)
    {
        RefuseOpen(text, path);
        if (Hole().Match(text) is { Success: true } whole && whole.Length == text.Length && !isMarkdown)
        {
            var value = Look(whole.Groups[1].Value, scope, path);
            return _isForeign && value is not JsonValue ? null : value?.DeepClone();
        }

        return Hole().Replace(text, hole =>
        {
            var said = Look(hole.Groups[1].Value, scope, path) switch
            {
                null => "",
                JsonValue value => value.ToString(),
                var other when _isForeign => TextOf(other),
                _ => throw new ArgumentException($"{path}: {hole.Value} is a list or an object, and a text has room for neither. Name one of its values."),
            };
            return isMarkdown ? Markdown.Escape(said) : said;
        });
    }

    private void RefuseOpen(string text, string path)
    {
        if (text.Split("${").Length - 1 != Hole().Count(text))
        {
            throw new ArgumentException($"{path}: a ${{ is not closed, or has braces inside. Names are all that may stand there{Instead}.");
        }
    }

    private string Instead => _isForeign ? "" : "; compute the rest in C# and give it as data";

    private bool IsTrue(string condition, Scope scope, string path)
    {
        if (Comparison().Match(condition) is { Success: true } comparison)
        {
            var isEqual = JsonNode.DeepEquals(Look(comparison.Groups[1].Value, scope, path), Literal(comparison.Groups[3].Value));
            return comparison.Groups[2].Value == "==" ? isEqual : !isEqual;
        }

        var isNegated = condition.StartsWith('!');
        var isTrue = Look(isNegated ? condition[1..].Trim() : condition, scope, path) switch
        {
            null => false,
            JsonArray list => list.Count > 0,
            JsonValue value when value.TryGetValue(out bool flag) => flag,
            JsonValue value when value.TryGetValue(out string? text) => text.Length > 0,
            _ => true,
        };
        return isTrue != isNegated;
    }

    private static JsonNode? Literal(string literal) =>
        literal.StartsWith('\'') ? JsonValue.Create(literal[1..^1]) : JsonNode.Parse(literal);

    private static string Expression(JsonNode node, string path) =>
        node is JsonValue value && value.TryGetValue(out string? text) && Hole().Match(text) is { Success: true } hole && hole.Length == text.Length
            ? hole.Groups[1].Value.Trim()
            : throw new ArgumentException($"{path} is no expression. Write it as \"${{name}}\".");

    /// <summary>What an expression names: <c>name</c>, <c>a.b[0]</c>, <c>$root.name</c>, <c>$data</c> (the item itself), <c>$index</c>.</summary>
    private JsonNode? Look(string expression, Scope scope, string path)
    {
        var name = expression.Trim();
        if (!Path().IsMatch(name))
        {
            throw new ArgumentException(
                $"{path}: \"${{{name}}}\" is more than a name. Names are known, as a.b[0], $root.a, $data and $index, and in $when also !, == and != with a literal{Instead}.");
        }

        if (name == "$index")
        {
            return scope.Index is { } index ? JsonValue.Create(index) : _isForeign ? null : throw new ArgumentException($"{path}: $index means something only where $data repeats. Remove it.");
        }

        var steps = Step().Matches(name).Select(step => step.Value.Trim('[', ']')).ToList();
        var node = steps[0] == "$root" ? _root : scope.Data;
        foreach (var step in steps[0] is "$root" or "$data" ? steps.Skip(1) : steps)
        {
            node = node switch
            {
                JsonObject part when part.TryGetPropertyValue(step, out var value) => value,
                JsonArray list when int.TryParse(step, out var at) && at < list.Count => list[at],
                _ when _isForeign => _missing,
                _ => throw new ArgumentException($"{path}: the data has no \"{step}\" for \"${{{name}}}\". Add it, as null where there is none."),
            };
        }

        return node;
    }

    [GeneratedRegex(@"\$\{([^{}]*)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^(\$root|\$data|\$index|[A-Za-z_]\w*)(\.[A-Za-z_]\w*|\[\d{1,6}\])*$")]
    private static partial Regex Path();

    [GeneratedRegex(@"\$?[A-Za-z_]\w*|\[\d+\]")]
    private static partial Regex Step();

    [GeneratedRegex(@"^(\S+)\s*(==|!=)\s*('[^']*'|-?\d+(?:\.\d+)?|true|false|null)$")]
    private static partial Regex Comparison();

    /// <summary>What names mean here.</summary>
    /// <param name="Data">The item.</param>
    /// <param name="Index">Its number, where it is one of a list.</param>
    private readonly record struct Scope(JsonNode? Data, int? Index);
}
