using System.Data.Common;
using BotHost.Storage;
using Dapper;

namespace BotHost.Outbox;

/// <summary>Something the bot is to say, as operators see it: everything but what it says.</summary>
internal sealed record EffectFacts
{
    public long Sequence { get; init; }
    public long Event { get; init; }
    public long Ordinal { get; init; }
    public string Target { get; init; } = "";
    public long StateNumber { get; init; }
    public long Tries { get; init; }
    public long Guesses { get; init; }
    public string? MessageId { get; init; }
    public string? Reason { get; init; }
    public long AddedAt { get; init; }
    public long HasBody { get; init; }

    public EffectState State => (EffectState)StateNumber;

    /// <summary>Whether it waits for a person to decide.</summary>
    public bool IsLaidAside => State is EffectState.Rejected or EffectState.Unknown;
}

/// <summary>What operators ask of the outbox and do to it.</summary>
internal static class OutboxAdmin
{
    private const string Facts =
        """
        SELECT sequence AS Sequence, event AS Event, ordinal AS Ordinal, target AS Target, state AS StateNumber, tries AS Tries, guesses AS Guesses,
               message_id AS MessageId, reason AS Reason, added_at AS AddedAt, CAST(CASE WHEN body IS NULL THEN 0 ELSE 1 END AS bigint) AS HasBody
        FROM effects
        """;

    /// <summary>What a person decided about, or can: rows that have not changed since they were looked at.</summary>
    private static readonly string LaidAside = $"state IN ({(int)EffectState.Rejected}, {(int)EffectState.Unknown})";

    /// <summary>What is not sent yet or never was, newest first.</summary>
    public static IReadOnlyList<EffectFacts> List(DbConnection connection, EffectState? state, int limit) =>
    [
        .. connection.Query<EffectFacts>(
            $"{Facts} WHERE (@any = 1 AND state NOT IN ({(int)EffectState.Sent}, {(int)EffectState.Discarded})) OR (@any = 0 AND state = @state) ORDER BY sequence DESC LIMIT @limit",
            new { any = state is null ? 1 : 0, state = (long)(state ?? 0), limit }),
    ];

    public static IReadOnlyDictionary<EffectState, long> Count(DbConnection connection) =>
        connection.Query<(long State, long Count)>("SELECT state, count(*) FROM effects GROUP BY state").ToDictionary(row => (EffectState)row.State, row => row.Count);

    public static EffectFacts? Find(WriteSession session, long sequence) =>
        session.Row<EffectFacts>($"{Facts} WHERE sequence = @sequence", ("@sequence", sequence));

    public static IReadOnlyList<EffectFacts> Of(WriteSession session, long @event) =>
        session.Rows<EffectFacts>($"{Facts} WHERE event = @event ORDER BY ordinal", ("@event", @event));

    /// <summary>Has an effect sent again. Its tries go on being counted: their number tells an old one from a new one.</summary>
    public static void Retry(WriteSession session, long sequence, long now) => session.Execute(
        $"""
        UPDATE effects SET state = {(int)EffectState.Ready}, reason = NULL, answer = NULL, due_at = @now, began_at = NULL, settled_at = NULL, ended_at = NULL
        WHERE sequence = @sequence AND {LaidAside}
        """,
        ("@now", now), ("@sequence", sequence));

    /// <summary>Ends an effect that was laid aside. Its content goes.</summary>
    public static void Discard(WriteSession session, long sequence, long now) => session.Execute(
        $"UPDATE effects SET state = {(int)EffectState.Discarded}, body = NULL, file = NULL, ended_at = @now WHERE sequence = @sequence AND {LaidAside}",
        ("@now", now), ("@sequence", sequence));

    /// <summary>Ends all of an event's that were laid aside.</summary>
    public static void DiscardOf(WriteSession session, long @event, long now) => session.Execute(
        $"UPDATE effects SET state = {(int)EffectState.Discarded}, body = NULL, file = NULL, ended_at = @now WHERE event = @event AND {LaidAside}",
        ("@now", now), ("@event", @event));
}
