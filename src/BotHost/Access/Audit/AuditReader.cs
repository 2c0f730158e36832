using System.Data.Common;
using BotHost.Storage;
using Dapper;

namespace BotHost.Access;

/// <summary>A row with what can still be told of it, and what came of it.</summary>
/// <param name="Details">Null where it has none, or where they were erased.</param>
/// <param name="Outcome">Of a decision, the last word on what came of it.</param>
internal sealed record AuditEntry(AuditRow Row, AuditDetails? Details, AuditRow? Outcome)
{
    public bool IsErased => Row.Details is not null && Details is null;
}

/// <summary>Reads the audit.</summary>
internal static class AuditReader
{
    /// <summary>Decisions, newest first.</summary>
    /// <param name="since">In milliseconds since 1970.</param>
    public static IReadOnlyList<AuditEntry> Decisions(DbConnection connection, string? agent, long since, AgentVerdict? verdict, int limit, AgentResource? resource = null) => Complete(
        connection.Query<AuditRow>(
            $"""
            SELECT {AuditRow.Columns} FROM audit
            WHERE kind = 'Decision' AND at >= @since AND (@agent = '' OR agent = @agent) AND (@verdict = '' OR verdict = @verdict) AND (@resource = '' OR resource = @resource)
            ORDER BY number DESC LIMIT @limit
            """, new { agent = agent ?? "", since, verdict = verdict?.ToString() ?? "", resource = resource?.ToString() ?? "", limit }).AsList(),
        numbers => connection.Query<AuditDetails>($"SELECT {AuditDetails.Columns} FROM audit_details WHERE {In(numbers)}"),
        numbers => connection.Query<AuditRow>($"SELECT {AuditRow.Columns} FROM audit WHERE kind = 'Outcome' AND {In(numbers, "about")} ORDER BY number"));

    /// <summary>A row, and those about it in their order; none where there is no such row.</summary>
    public static IReadOnlyList<AuditEntry> Story(WriteSession session, long number) => Complete(
        session.Rows<AuditRow>($"SELECT {AuditRow.Columns} FROM audit WHERE number = @number OR about = @number ORDER BY number", ("@number", number)),
        numbers => session.Rows<AuditDetails>(
            $"SELECT {AuditDetails.Columns} FROM audit_details WHERE number IN (SELECT number FROM audit WHERE number = @number OR about = @number)", ("@number", number)),
        numbers => session.Rows<AuditRow>($"SELECT {AuditRow.Columns} FROM audit WHERE kind = 'Outcome' AND about = @number ORDER BY number", ("@number", number)));

    /// <summary>Rows in their order from <paramref name="from"/> on, so many of them, with their details.</summary>
    public static IReadOnlyList<AuditEntry> Page(DbConnection connection, long from, int most) => Complete(
        connection.Query<AuditRow>($"SELECT {AuditRow.Columns} FROM audit WHERE number >= @from ORDER BY number LIMIT @most", new { from, most }).AsList(),
        numbers => connection.Query<AuditDetails>(
            $"SELECT {AuditDetails.Columns} FROM audit_details WHERE number BETWEEN @first AND @last", new { first = numbers[0], last = numbers[^1] }),
        numbers => connection.Query<AuditRow>(
            $"SELECT {AuditRow.Columns} FROM audit WHERE kind = 'Outcome' AND about BETWEEN @first AND @last ORDER BY number", new { first = numbers[0], last = numbers[^1] }));

    private static IReadOnlyList<AuditEntry> Complete(
        IReadOnlyList<AuditRow> rows, Func<IReadOnlyList<long>, IEnumerable<AuditDetails>> details, Func<IReadOnlyList<long>, IEnumerable<AuditRow>> outcomes)
    {
        if (rows.Count == 0)
            return [];
        long[] numbers = [.. rows.Select(row => row.Number)];
        var named = details(numbers).ToDictionary(one => one.Number);
        var ended = outcomes(numbers).GroupBy(row => row.About!.Value).ToDictionary(group => group.Key, group => group.Last());
        return [.. rows.Select(row => new AuditEntry(row, named.GetValueOrDefault(row.Number), ended.GetValueOrDefault(row.Number)))];
    }

    // Numbers: nothing in them has to be kept from being read as SQL.
    private static string In(IReadOnlyList<long> numbers, string column = "number") => $"{column} IN ({string.Join(',', numbers.Select(number => AuditRow.Text(number)))})";
}
