using System.Collections;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>
/// An operation, a call of it that is right, and what is wrong with others. A name in braces stands for something of <see cref="Stage"/>.
/// </summary>
/// <param name="method">As it is mapped.</param>
/// <param name="route">As it is mapped, below <c>/v1/</c>.</param>
/// <param name="takes">All parameters that are not in the path: query or body.</param>
/// <param name="arguments">Of the path and the query, of the right call.</param>
/// <param name="body">JSON, of the right call.</param>
/// <param name="by">Who makes the right call.</param>
/// <param name="isOpen">It is asked before there is a token.</param>
internal sealed class Operation(string method, string route, string takes = "", string arguments = "", string body = "", string by = "carol", bool isOpen = false)
    : IEnumerable<Wrong>
{
    /// <summary>In place of a value: the parameter is left out.</summary>
    public static readonly object Nothing = new();

    private readonly List<Wrong> _wrongs = [];
    private readonly Dictionary<string, string> _arguments =
        arguments.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    public string Method => method;

    public string Route => route;

    public string Name => $"{method} /{route}";

    public string By => by;

    public bool IsOpen => isOpen;

    public bool HasBody => body.Length > 0;

    public IReadOnlyList<string> Parameters =>
        [.. Regex.Matches(route, @"\{(\w+)\}").Select(match => match.Groups[1].Value), .. takes.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>By whoever makes the right call, unless they say by whom.</summary>
    public void Add(IEnumerable<Wrong> wrongs) => _wrongs.AddRange(wrongs.Select(wrong => wrong.By.Length > 0 ? wrong : wrong with { By = By }));

    /// <summary>What is answered when one or more parameters have these values instead of those of the right call.</summary>
    public void Add(int status, string? text, params object[] instead) => Add(By, status, text, instead);

    public void Add(string by, int status, string? text, params object[] instead) => Add(instead.Select(values => new Wrong(status, text, values, by)));

    public IEnumerator<Wrong> GetEnumerator() => _wrongs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The path with its query, and the body: the right ones but for the values given.</summary>
    public (string Path, JsonObject? Body) With(IReadOnlyDictionary<string, object> values, Func<string, string> fill)
    {
        var (query, content) = (new Dictionary<string, string>(_arguments), !HasBody ? null : JsonNode.Parse(fill(body))!.AsObject());
        foreach (var (name, value) in values)
        {
            if (content is not null && !query.ContainsKey(name)) Put(content, name, value, fill);
            else if (value == Nothing) query.Remove(name);
            else query[name] = value.ToString()!;
        }
        var path = Regex.Replace(route, @"\{(\w+)\}", match => query.Remove(match.Groups[1].Value, out var value) ? Escape(value) : "x");
        return (query.Count == 0 ? path : $"{path}?{string.Join('&', query.Select(pair => $"{pair.Key}={Escape(pair.Value)}"))}", content);

        string Escape(string value) => Uri.EscapeDataString(fill(value));
    }

    private static void Put(JsonObject content, string name, object value, Func<string, string> fill)
    {
        if (value == Nothing) content.Remove(name);
        else content[name] = value is JsonNode node ? node.DeepClone() : value is string text ? fill(text) : JsonValue.Create(value);
    }
}
