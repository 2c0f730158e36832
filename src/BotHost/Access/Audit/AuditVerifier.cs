using System.Data.Common;
using Dapper;

namespace BotHost.Access;

/// <summary>
/// Goes through the whole chain and looks for what was changed, removed or added by anything but a host. Reads what stood there at one moment:
/// the connection is to see one.
/// </summary>
/// <remarks>
/// Without a key it finds what was done to rows, not a chain that was made anew from some row on, with all hashes. With a key it finds that
/// too. Neither finds that the whole store was put back to what it was earlier: for that, a number and hash noted elsewhere are compared.
/// </remarks>
internal sealed class AuditVerifier(DbConnection connection, AuditKeys keys)
{
    private const int PageSize = 1000;

    private readonly AuditFindings _found = new();
    private readonly List<long> _without = [];
    private readonly List<(long From, long To)> _erased = [];
    private long _next = 1;
    private string _hash = AuditHead.Origin;
    private string? _lastKeyId;

    /// <param name="known">The number and hash of a row, noted earlier.</param>
    public AuditFindings Verify((long Number, string Hash)? known = null)
    {
        var head = connection.QueryFirstOrDefault<AuditHead>($"SELECT {AuditHead.Columns} FROM audit_chain WHERE id = 1");
        var anchors = connection.Query<AuditAnchor>($"SELECT {AuditAnchor.Columns} FROM audit_anchors ORDER BY segment").AsList();
        var dropped = NumberRanges.Read(connection.QueryFirstOrDefault<string>("SELECT numbers FROM audit WHERE kind = 'Dropped' ORDER BY number DESC LIMIT 1"))
            .Select(range => range.To).FirstOrDefault();
        foreach (var anchor in anchors)
            Anchor(anchor, anchor.Last <= dropped);
        Head(head ?? new AuditHead { First = _next, Number = _next - 1, Hash = _hash, Segment = _found.Segments + 1 }, head is null);
        Strays(dropped);
        Details();
        Open();
        if (known is { } noted)
            Known(noted.Number, noted.Hash, anchors);
        return _found;
    }

    private void Anchor(AuditAnchor anchor, bool isDropped)
    {
        _found.Segments++;
        var before = _hash;
        if (anchor.Segment != _found.Segments || anchor.First != _next || anchor.Last < anchor.First)
            _found.Add($"Segment {anchor.Segment} does not follow the one before it: an anchor was removed, added or changed.");
        Key(anchor.RowsKeyId, $"Segment {anchor.Segment}");
        if (isDropped)
            (_found.DroppedRows, _next) = (_found.DroppedRows + anchor.Rows, anchor.Last + 1);
        else if (Rows(anchor.Segment, anchor.First, anchor.Last, keys.Find(anchor.RowsKeyId)) != anchor.LastHash)
            _found.Add($"The rows of segment {anchor.Segment} do not end as its anchor says.");
        if (keys.Find(anchor.KeyId) is not { } hash)
            _found.Add($"The anchor of segment {anchor.Segment} was written with a key that is not among those of Agents:AuditKey.");
        else if (anchor.HashAfter(before, hash) != anchor.Hash)
            _found.Add($"The anchor of segment {anchor.Segment} was changed, or what it follows.");
        _hash = anchor.Hash;
    }

    private void Head(AuditHead head, bool isMissing)
    {
        if (isMissing && connection.ExecuteScalar<long>("SELECT count(*) FROM audit") + _found.Segments > 0)
            _found.Add("The note of where the chain ends is missing.");
        if (head.Segment != _found.Segments + 1 || head.First != _next)
            _found.Add("The open segment does not follow the last anchor: an anchor was removed, added or changed.");
        if (!isMissing && keys.Find(head.KeyId) is { } key && !head.IsSealedWith(key))
            _found.Add("The note of where the chain ends was changed.");
        if (!head.IsEmpty)
        {
            _found.Segments++;
            Key(head.KeyId, "The open segment");
        }

        if (Rows(head.Segment, head.First, head.Number, keys.Find(head.KeyId)) != head.Hash)
            _found.Add($"The chain does not end as it was noted, at row {head.Number}: rows were cut off or changed.");
        (_found.LastNumber, _found.LastHash) = (head.Number, head.Hash);
    }

    /// <summary>Once there is a key, what follows has one.</summary>
    private void Key(string keyId, string what)
    {
        if (keyId == "")
            _found.UnkeyedSegments++;
        if (keyId == "" && _lastKeyId is { Length: > 0 })
            _found.Add($"{what} is written without a key, and what is before it with one.");
        if (keys.Find(keyId) is null)
            _found.Add($"{what} was written with a key that is not among those of Agents:AuditKey: it cannot be checked.");
        _lastKeyId = keyId;
    }

    /// <summary>Goes through rows of one segment.</summary>
    /// <returns>The hash of the last.</returns>
    private string Rows(long segment, long first, long last, AuditHash? hash)
    {
        _next = first;
        while (_next <= last)
        {
            var page = AuditReader.Page(connection, _next, (int)Math.Min(PageSize, last - _next + 1)).TakeWhile(entry => entry.Row.Number <= last).ToList();
            if (page.Count == 0)
                break;
            foreach (var entry in page)
                Row(entry, segment, hash);
        }

        if (_next <= last)
            _found.Add(Missing(_next, last));
        _next = last + 1;
        return _hash;
    }

    private void Row(AuditEntry entry, long segment, AuditHash? hash)
    {
        var row = entry.Row;
        _found.Rows++;
        if (row.Number != _next)
            _found.Add(Missing(_next, row.Number - 1));
        if (row.Segment != segment || (hash is not null && row.HashAfter(_hash, hash) != row.Hash))
            _found.Add($"Row {row.Number} was changed, or added, or what it follows was.");
        if (entry.IsErased)
            _without.Add(row.Number);
        if (entry.Details is { } details && details.Mark() != row.Details)
            _found.Add($"What row {row.Number} names was changed or added.");
        if (row.Is(AuditKind.Erasure))
            _erased.AddRange(NumberRanges.Read(row.Numbers));
        (_next, _hash) = (row.Number + 1, row.Hash);
    }

    private void Strays(long dropped)
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM audit WHERE number <= @dropped OR number > @last", new { dropped, last = _found.LastNumber }) is var rows and > 0)
            _found.Add($"{rows} rows stand outside the chain: before what was dropped, or behind its end.");
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM audit_details WHERE number NOT IN (SELECT number FROM audit)") is var details and > 0)
            _found.Add($"{details} rows name somebody and belong to none of the chain.");
    }

    private void Details()
    {
        _found.Erased = _without.Count;
        foreach (var number in _without.Where(number => !_erased.Any(range => range.From <= number && number <= range.To)))
            _found.Add($"What row {number} names was removed, and not by `person erase`.");
    }

    /// <summary>What was allowed has ended, or is noted as under way.</summary>
    private void Open()
    {
        const string Ended = "EXISTS (SELECT 1 FROM audit AS ending WHERE ending.about = {0} AND ending.kind = 'Outcome')";
        foreach (var number in connection.Query<long>(
            $"""
            SELECT number FROM audit WHERE kind = 'Decision' AND verdict = 'Allowed' AND NOT {string.Format(null, Ended, "audit.number")}
            AND number NOT IN (SELECT number FROM audit_open) ORDER BY number
            """))
            _found.Add($"Call {number} has not ended, and nobody sees to it.");
        foreach (var number in connection.Query<long>(
            $"""
            SELECT number FROM audit_open WHERE {string.Format(null, Ended, "audit_open.number")}
            OR number NOT IN (SELECT number FROM audit WHERE kind = 'Decision' AND verdict = 'Allowed') ORDER BY number
            """))
            _found.Add($"Call {number} is noted as under way, and is not.");
    }

    private void Known(long number, string hash, List<AuditAnchor> anchors)
    {
        var stands = connection.QueryFirstOrDefault<string>("SELECT hash FROM audit WHERE number = @number", new { number })
            ?? anchors.FirstOrDefault(anchor => anchor.Last == number)?.LastHash;
        if (stands != hash)
            _found.Add(stands is null
                ? $"Row {number}, which you noted, is not there: the chain was cut off before it, or it was dropped."
                : $"Row {number} is not the one you noted: the chain was made anew.");
    }

    private static string Missing(long from, long to) => from == to ? $"Row {from} is missing." : $"Rows {from} to {to} are missing.";
}
