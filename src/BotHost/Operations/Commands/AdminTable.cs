using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Operations;

/// <summary>Rows under headings. A cell is a text, a number, a time or nothing.</summary>
internal sealed record AdminTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>One thing, told property by property.</summary>
    public static AdminTable Of(string name, params IReadOnlyList<(string Name, object? Value)> properties) =>
        new(name, [.. properties.Select(property => property.Name)], [[.. properties.Select(property => property.Value)]]);

    public StringBuilder WriteTo(StringBuilder text)
    {
        // What is wider than a terminal reads better from top to bottom.
        if (Rows.Count == 1 && Columns.Count > 6)
            return WriteLines(text, [.. Columns.Zip(Rows[0], (column, cell) => new[] { column, Text(cell) }).Where(line => line[1] != "")]);
        return WriteLines(text, [[.. Columns], .. Rows.Select(row => row.Select(Text).ToArray())]);
    }

    public JsonArray ToJson() => [.. Rows.Select(row => new JsonObject(
        Columns.Zip(row, (column, cell) => KeyValuePair.Create(column, cell is null ? null : JsonSerializer.SerializeToNode(cell, cell.GetType())))))];

    private static StringBuilder WriteLines(StringBuilder text, IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            text.AppendLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => OneLineFormatter.Escape(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""),
    };
}
