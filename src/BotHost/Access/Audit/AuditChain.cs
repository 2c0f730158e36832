using BotHost.Storage;

namespace BotHost.Access;

/// <summary>
/// Appends to the audit: each row's hash is made of the row and of the hash before it. All hosts on a store append to one chain, so that
/// there is one order of what happened and one end to look after: whoever appends first takes its end, and holds it until the commit.
/// </summary>
internal sealed class AuditChain(AuditKeys keys, TimeProvider time)
{
    /// <summary>A segment ends with its day (UTC), or when it has so many rows.</summary>
    public const int LargestSegment = 10_000;

    private const string Take = $"UPDATE audit_chain SET number = number WHERE id = 1 RETURNING {AuditHead.Columns}";

    private static readonly string InsertRow =
        $"""
        INSERT INTO audit (number, segment, at, kind, agent, tool, resource, level, room_id, verdict, grant_name, reason, session, request, about, outcome,
                           status, numbers, details, hash)
        VALUES (@number, @segment, @at, @kind, @agent, @tool, @resource, @level, @room, @verdict, @grant, @reason, @session, @request, @about, @outcome,
                @status, @numbers, @details, @hash)
        """;

    /// <summary>Appends a row: its number, segment, time, hash and details are filled in here.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="StoreException">The end of the chain is not as a host left it.</exception>
    public long Append(WriteSession session, AuditRow row, AuditDetails? details = null)
    {
        var end = End(session);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (IsOver(end.Head, now))
            end.Head = Close(session, end.Head);

        var head = end.Head;
        var named = details is { IsEmpty: false } ? details with { Number = head.Number + 1, Salt = AuditDetails.NewSalt() } : null;
        row = row with { Number = head.Number + 1, Segment = head.Segment, At = now, Details = named?.Mark() };
        row = row with { Hash = row.HashAfter(head.Hash, keys.Current) };
        Insert(session, row);
        if (named is not null)
            Insert(session, named);
        end.Head = head with { Number = row.Number, Hash = row.Hash, BeganAt = head.IsEmpty ? now : head.BeganAt, EndedAt = now, KeyId = keys.Current.KeyId };
        return row.Number;
    }

    /// <summary>Closes the open segment if its day is over, so that it can be dropped in time where nothing more is appended.</summary>
    public void CloseIfOver(WriteSession session)
    {
        var end = End(session);
        if (IsOver(end.Head, time.GetUtcNow().ToUnixTimeMilliseconds()))
            end.Head = Close(session, end.Head);
    }

    /// <summary>The end of the chain, taken once in a transaction and written once, at its end.</summary>
    private ChainEnd End(WriteSession session)
    {
        var end = session.Collect<ChainEnd>(this, Put);
        if (!end.IsTaken)
            (end.Head, end.IsTaken) = (TakeHead(session), true);
        return end;
    }

    private AuditHead TakeHead(WriteSession session)
    {
        // An update waits for whoever holds the row, and sees what they wrote.
        if (session.Row<AuditHead>(Take) is not { } head)
        {
            if (session.Scalar("SELECT 1 FROM audit UNION SELECT 1 FROM audit_anchors") is not null)
                throw Tampered();
            var first = new AuditHead { KeyId = keys.Current.KeyId }.Sealed(keys.Current);
            session.Execute(
                """
                INSERT INTO audit_chain (id, number, hash, segment, first, began_at, ended_at, key_id, seal)
                VALUES (1, @number, @hash, @segment, @first, 0, 0, @key, @seal) ON CONFLICT DO NOTHING
                """,
                ("@number", first.Number), ("@hash", first.Hash), ("@segment", first.Segment), ("@first", first.First), ("@key", first.KeyId), ("@seal", first.Seal));
            head = session.Row<AuditHead>(Take)!;
        }

        if (keys.Find(head.KeyId) is not { } hash || (head.KeyId != "" && keys.Current.KeyId == ""))
            throw new StoreException(
                "The agents' audit is written with a key that is not among those of Agents:AuditKey. Give this program the same keys as the host has; "
                + "to change one, put the new one before the old one.");
        return head.IsSealedWith(hash) ? head : throw Tampered();
    }

    /// <summary>Whether another segment begins: the key changed, too.</summary>
    private bool IsOver(AuditHead head, long now) =>
        !head.IsEmpty && (Day(now) > Day(head.BeganAt) || head.Number - head.First + 1 >= LargestSegment || head.KeyId != keys.Current.KeyId);

    private AuditHead Close(WriteSession session, AuditHead head)
    {
        var before = (string?)session.Scalar("SELECT hash FROM audit_anchors WHERE segment = @segment", ("@segment", head.Segment - 1)) ?? AuditHead.Origin;
        var anchor = head.Close(before, keys.Current);
        session.Execute(
            """
            INSERT INTO audit_anchors (segment, first, last, began_at, ended_at, last_hash, rows_key_id, key_id, hash)
            VALUES (@segment, @first, @last, @began, @ended, @lastHash, @rowsKey, @key, @hash)
            """,
            ("@segment", anchor.Segment), ("@first", anchor.First), ("@last", anchor.Last), ("@began", anchor.BeganAt), ("@ended", anchor.EndedAt),
            ("@lastHash", anchor.LastHash), ("@rowsKey", anchor.RowsKeyId), ("@key", anchor.KeyId), ("@hash", anchor.Hash));
        return new AuditHead { Number = head.Number, Hash = anchor.Hash, Segment = head.Segment + 1, First = head.Number + 1, KeyId = keys.Current.KeyId };
    }

    private void Put(WriteSession session, ChainEnd end)
    {
        var head = end.Head.Sealed(keys.Current);
        session.Execute(
            """
            UPDATE audit_chain SET number = @number, hash = @hash, segment = @segment, first = @first, began_at = @began, ended_at = @ended, key_id = @key, seal = @seal
            WHERE id = 1
            """,
            ("@number", head.Number), ("@hash", head.Hash), ("@segment", head.Segment), ("@first", head.First), ("@began", head.BeganAt), ("@ended", head.EndedAt),
            ("@key", head.KeyId), ("@seal", head.Seal));
    }

    private static void Insert(WriteSession session, AuditRow row) => session.Execute(
        InsertRow,
        ("@number", row.Number), ("@segment", row.Segment), ("@at", row.At), ("@kind", row.Kind), ("@agent", row.Agent), ("@tool", row.Tool),
        ("@resource", row.Resource), ("@level", row.Level), ("@room", row.Room), ("@verdict", row.Verdict), ("@grant", row.GrantName), ("@reason", row.Reason),
        ("@session", row.Session), ("@request", row.Request), ("@about", row.About), ("@outcome", row.Outcome), ("@status", row.Status), ("@numbers", row.Numbers),
        ("@details", row.Details), ("@hash", row.Hash));

    private static void Insert(WriteSession session, AuditDetails details) => session.Execute(
        """
        INSERT INTO audit_details (number, salt, identity, identity_name, title, person_id, person_name, approver_id, subject, said, approver_name)
        VALUES (@number, @salt, @identity, @identityName, @title, @person, @personName, @approver, @subject, @said, @approverName)
        """,
        ("@number", details.Number), ("@salt", details.Salt), ("@identity", details.Identity), ("@identityName", details.IdentityName), ("@title", details.Title),
        ("@person", details.Person), ("@personName", details.PersonName), ("@approver", details.Approver), ("@subject", details.Subject), ("@said", details.Said),
        ("@approverName", details.ApproverName));

    private static long Day(long milliseconds) => milliseconds / (long)TimeSpan.FromDays(1).TotalMilliseconds;

    private static StoreException Tampered() => new(
        "The agents' audit does not end as this host, or another of this bot, left it: it was changed by something else. Agents' calls are refused. "
        + "See what is wrong with `audit verify`, and put the store back from a back-up.");

    private sealed class ChainEnd
    {
        public AuditHead Head { get; set; } = new();

        public bool IsTaken { get; set; }
    }
}
