using System.Globalization;

namespace BotHost.Operations;

/// <summary>What commands tell in tables, on the page.</summary>
internal static class TablePart
{
    /// <summary>What a command told: its sentence and its tables.</summary>
    public static Html Of(AdminAnswer answer)
    {
        Html sentence = answer.Sentence is { } said ? $"<p>{said}</p>" : Html.Empty;
        return $"{sentence}{answer.Tables.Where(table => table.Rows.Count > 0).Select(table => Of(table))}";
    }

    /// <param name="last">What may be done with a row; its column has no heading for the eye.</param>
    public static Html Of(AdminTable table, Func<IReadOnlyList<object?>, Html>? last = null)
    {
        Html doing = last is null ? Html.Empty : $"""<th scope="col"><span class="unseen">To do</span></th>""";
        return $"""
            <div class="scroll"><table><caption>{Capital(table.Name)}</caption>
            <thead><tr>{table.Columns.Select(Heading)}{doing}</tr></thead>
            <tbody>{table.Rows.Select(row => Row(row, last))}</tbody></table></div>
            """;
    }

    public static Html Cell(object? cell) => cell switch
    {
        null => Html.Empty,
        DateTimeOffset time => $"{time}",
        _ => $"{Convert.ToString(cell, CultureInfo.InvariantCulture)}",
    };

    private static Html Heading(string name) => $"""<th scope="col">{Capital(name)}</th>""";

    private static Html Row(IReadOnlyList<object?> row, Func<IReadOnlyList<object?>, Html>? last)
    {
        Html doing = last is null ? Html.Empty : $"<td>{last(row)}</td>";
        return $"<tr>{row.Select(Data)}{doing}</tr>";
    }

    private static Html Data(object? cell) => $"<td>{Cell(cell)}</td>";

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
