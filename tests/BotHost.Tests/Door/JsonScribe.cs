using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Tests.Door;

/// <summary>Writes one JSON value in any of the ways JSON allows: order of keys, white space, escapes, fields nobody knows.</summary>
internal sealed class JsonScribe(Random random)
{
    private static readonly string[] Odd = ["\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\u007f", "\u2028", "é", "漢", "😀", "<", ">", "&", "'"];

    public byte[] Write(JsonObject value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(JsonNode? node, StringBuilder text)
    {
        Space(text);
        switch (node)
        {
            case JsonObject members:
                var fields = members.Select(member => (member.Key, Write: (Action)(() => Write(member.Value, text))))
                    .Concat(Enumerable.Range(0, random.Next(3)).Select(i => (Key: $"later{i}{OddText()}", Write: (Action)(() => WriteUnknown(text, 3)))));
                List('{', [.. fields.OrderBy(_ => random.Next()).Select(field => (Action)(() => Member(field.Key, field.Write, text)))], '}', text);
                break;
            case JsonArray items:
                List('[', [.. items.Select(item => (Action)(() => Write(item, text)))], ']', text);
                break;
            case JsonValue value when value.TryGetValue<string>(out var word):
                WriteText(word, text);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }

        Space(text);
    }

    private void Member(string name, Action value, StringBuilder text)
    {
        Space(text);
        WriteText(name, text);
        Space(text);
        text.Append(':');
        value();
    }

    private static void List(char open, IReadOnlyList<Action> items, char close, StringBuilder text)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            items[i]();
        }

        text.Append(close);
    }

    private void WriteUnknown(StringBuilder text, int depth)
    {
        Space(text);
        switch (random.Next(depth > 0 ? 6 : 4))
        {
            case 0: text.Append((string[])["null", "true", "false"] is var words ? words[random.Next(3)] : ""); break;
            case 1: text.Append((string[])["0", "-0", "1e400", "-12.5E-3", "123456789012345678901234567890"] is var numbers ? numbers[random.Next(5)] : ""); break;
            case 2 or 3: WriteText(OddValue(), text); break;
            case 4: List('[', [.. Enumerable.Range(0, random.Next(3)).Select(_ => (Action)(() => WriteUnknown(text, depth - 1)))], ']', text); break;
            default: List('{', [.. Enumerable.Range(0, random.Next(3)).Select(_ => (Action)(() => Member(OddText(), () => WriteUnknown(text, depth - 1), text)))], '}', text); break;
        }

        Space(text);
    }

    private void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            // Half a pair cannot be written but as an escape; a whole one must not be torn apart in UTF-8.
            if (c < ' ' || c is '"' or '\\' || char.IsSurrogate(c) || random.Next(8) == 0)
                text.Append("\\u").Append(((int)c).ToString(random.Next(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture));
            else if (c == '/' && random.Next(2) == 0)
                text.Append("\\/");
            else
                text.Append(c);
        }

        text.Append('"');
    }

    private string OddText() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Odd[random.Next(Odd.Length)]));

    /// <summary>JSON's grammar allows half a surrogate pair, if only as an escape. In a name it may cost the whole envelope; see the cases.</summary>
    private string OddValue() => OddText() + (random.Next(4) == 0 ? "\ud800" : "");

    private void Space(StringBuilder text) => text.Append(" \t\n\r"[random.Next(4)], random.Next(10) == 0 ? random.Next(4) : 0);
}
