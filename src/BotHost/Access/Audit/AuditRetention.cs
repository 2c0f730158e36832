using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>
/// Takes out of the audit what was kept long enough, whole segments at a time, and what names somebody. Both are written into the chain:
/// what is missing without that is missing because somebody took it.
/// </summary>
internal sealed class AuditRetention(Database database, AuditChain chain, IOptions<AgentAuditOptions> options, TimeProvider time)
{
    /// <returns>How many rows were dropped.</returns>
    public Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - options.Value.KeepAudit).ToUnixTimeMilliseconds();
        return database.WriteAsync(
            session =>
            {
                // Nothing is appended where nothing ever was.
                if (session.Scalar("SELECT 1 FROM audit_chain") is null)
                    return 0;
                chain.CloseIfOver(session);
                // Only from the beginning on: what is left has no holes.
                var last = (long?)session.Scalar(
                    """
                    SELECT max(last) FROM audit_anchors
                    WHERE last < (SELECT COALESCE(min(first), 9223372036854775807) FROM audit_anchors WHERE ended_at >= @before)
                    """, ("@before", before));
                if (last is null || session.Execute("DELETE FROM audit WHERE number <= @last", ("@last", last)) is not (var gone and > 0))
                    return 0;
                session.Execute("DELETE FROM audit_details WHERE number <= @last", ("@last", last));
                session.Execute("DELETE FROM audit_open WHERE number <= @last", ("@last", last));
                chain.Append(session, new AuditRow { Kind = nameof(AuditKind.Dropped), Numbers = AuditRow.Text(last) });
                return gone;
            }, cancellationToken: cancellationToken);
    }

    /// <summary>Erases the details of all rows that name a person; the rows stay, and so does the chain.</summary>
    /// <returns>Of how many rows.</returns>
    public int Erase(WriteSession session, PersonId person)
    {
        var naming = session.Rows<AuditDetails>($"SELECT {AuditDetails.Columns} FROM audit_details ORDER BY number")
            .Where(details => PersonMark.IsIn(details.Fields, person)).Select(details => details.Number).ToList();
        foreach (var number in naming)
            session.Execute("DELETE FROM audit_details WHERE number = @number", ("@number", number));
        if (naming.Count > 0)
            chain.Append(session, new AuditRow { Kind = nameof(AuditKind.Erasure), Numbers = NumberRanges.Write(naming) });
        return naming.Count;
    }
}
