namespace BotHost.Access;

/// <summary>Where the chain ends: one row of the store, which whoever appends holds until its transaction ends.</summary>
internal sealed record AuditHead
{
    public const string Columns =
        "number AS Number, hash AS Hash, segment AS Segment, first AS First, began_at AS BeganAt, ended_at AS EndedAt, key_id AS KeyId, seal AS Seal";

    /// <summary>What the first row follows.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The last row's number; 0 before the first.</summary>
    public long Number { get; init; }

    /// <summary>The last row's hash, or the last anchor's where its segment is still empty.</summary>
    public string Hash { get; init; } = Origin;

    /// <summary>The open segment and its first row.</summary>
    public long Segment { get; init; } = 1;
    public long First { get; init; } = 1;

    /// <summary>The times of its first and last row; 0 while it is empty.</summary>
    public long BeganAt { get; init; }
    public long EndedAt { get; init; }

    /// <summary>With which key it is written; empty for none.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>A hash over this row. With a key, whoever cuts the chain off cannot make the one that fits.</summary>
    public string Seal { get; init; } = "";

    public bool IsEmpty => Number < First;

    public AuditHead Sealed(AuditHash hash) => this with { Seal = SealWith(hash) };

    public bool IsSealedWith(AuditHash hash) => Seal == SealWith(hash);

    /// <summary>The anchor that closes the open segment.</summary>
    /// <param name="before">The hash of the anchor before it, or <see cref="Origin"/>.</param>
    public AuditAnchor Close(string before, AuditHash hash)
    {
        var anchor = new AuditAnchor
        {
            Segment = Segment, First = First, Last = Number, BeganAt = BeganAt, EndedAt = EndedAt, LastHash = Hash, RowsKeyId = KeyId, KeyId = hash.KeyId,
        };
        return anchor with { Hash = anchor.HashAfter(before, hash) };
    }

    private string SealWith(AuditHash hash) => hash.Of(
        "head", Hash, AuditRow.Text(Number), AuditRow.Text(Segment), AuditRow.Text(First), AuditRow.Text(BeganAt), AuditRow.Text(EndedAt), KeyId);
}

/// <summary>Closes a segment: what is left of it when its rows are dropped, and what the next segment's first row follows.</summary>
internal sealed record AuditAnchor
{
    public const string Columns =
        """
        segment AS Segment, first AS First, last AS Last, began_at AS BeganAt, ended_at AS EndedAt, last_hash AS LastHash, rows_key_id AS RowsKeyId,
        key_id AS KeyId, hash AS Hash
        """;

    public long Segment { get; init; }
    public long First { get; init; }
    public long Last { get; init; }
    public long BeganAt { get; init; }
    public long EndedAt { get; init; }

    /// <summary>The hash of its last row.</summary>
    public string LastHash { get; init; } = "";

    /// <summary>With which key its rows are written, and with which this anchor: another one where the key was changed.</summary>
    public string RowsKeyId { get; init; } = "";
    public string KeyId { get; init; } = "";
    public string Hash { get; init; } = "";

    public long Rows => Last - First + 1;

    public string HashAfter(string before, AuditHash hash) => hash.Of(
        "anchor", before, AuditRow.Text(Segment), AuditRow.Text(First), AuditRow.Text(Last), AuditRow.Text(BeganAt), AuditRow.Text(EndedAt), LastHash, RowsKeyId, KeyId);
}
