using BotHost.Storage;
using BotHost.Webex;
using Dapper;
using Microsoft.Extensions.Options;

namespace BotHost.Outbox;

/// <summary>Called in the transaction that writes down that an effect was carried out, with the room its message came to be in where one was posted.</summary>
internal delegate void WhenSent(WriteSession session, Effect effect, MessageId message, RoomId? room);

/// <summary>
/// The memory of what goes out. An effect is added with the event that causes it, in one transaction; a try is written down before
/// it is made; what became of it is written down after.
/// </summary>
internal sealed class EffectOutbox(
    Database database, [FromKeyedServices(LaneSet.Outbox)] ILanes lanes, WebexTime webexTime, OwnMessages own, WhenSent whenSent, EffectWaits waits,
    IOptions<OutboxOptions> options, TimeProvider time)
{
    /// <summary>Adds effects within a transaction. Those of the same event and ordinal are there already.</summary>
    public void Add(WriteSession session, long @event, IReadOnlyList<EffectDraft> drafts)
    {
        var now = Now();
        foreach (var draft in drafts)
        {
            lanes.Announce(session, draft.Target.Value, now);
            session.Execute(
                """
                INSERT INTO effects (event, ordinal, target, priority, kind, body, file, refers_to, card, follows, state, due_at, added_at)
                VALUES (@event, @ordinal, @target, @priority, @kind, @body, @file, @refers, @card, @follows, 0, @now, @now)
                ON CONFLICT (event, ordinal) DO NOTHING
                """,
                ("@event", @event), ("@ordinal", draft.Ordinal), ("@target", draft.Target.Value), ("@priority", (int)draft.Priority),
                ("@kind", (int)draft.Kind), ("@body", draft.Body), ("@file", draft.File), ("@refers", draft.RefersTo), ("@card", draft.Card),
                ("@follows", draft.Follows?.ToUnixTimeMilliseconds()), ("@now", now));
        }
    }

    /// <summary>After that transaction: has them sent.</summary>
    public void Wake(IReadOnlyList<EffectDraft> drafts)
    {
        foreach (var draft in drafts)
            lanes.Wake(draft.Target.Value, dueAt: 0);
    }

    /// <summary>
    /// Begins a try of the target's next effect and returns it; null where nothing is left. One whose last try was left open comes back
    /// as it is, to be looked into.
    /// </summary>
    public Task<Effect?> StartAsync(Lane lane, CancellationToken cancellationToken)
    {
        var began = webexTime.Now;
        return database.WriteAsync(session =>
        {
            if (!lanes.Confirm(session, lane))
                return null;
            var row = session.Row<EffectRow>(
                """
                SELECT sequence, event, ordinal, target, kind, body, file, refers_to AS RefersTo, card, priority, state, tries, began_at AS BeganAt, settled_at AS SettledAt, follows
                FROM effects WHERE target = @target AND state <= 1 ORDER BY priority, sequence LIMIT 1
                """, ("@target", lane.Name));
            if (row is null)
                return null;
            if (row.State == (int)EffectState.Begun)
            {
                // Its process ended before it could say what came of it: it may be under way at Webex still. A time that is further off
                // than it can be was written before the clock was set back.
                var latest = Now() + (long)options.Value.SettleTime.TotalMilliseconds;
                var settles = row.SettledAt <= latest ? row.SettledAt.Value : latest;
                if (row.SettledAt != settles)
                    session.Execute("UPDATE effects SET settled_at = @settles WHERE sequence = @sequence", ("@settles", settles), ("@sequence", row.Sequence));
                return row.ToEffect((int)row.Tries, DateTimeOffset.FromUnixTimeMilliseconds(row.BeganAt ?? 0), settles);
            }

            session.Execute(
                "UPDATE effects SET state = 1, tries = tries + 1, began_at = @began, settled_at = NULL WHERE sequence = @sequence",
                ("@began", began.ToUnixTimeMilliseconds()), ("@sequence", row.Sequence));
            return row.ToEffect((int)row.Tries + 1, began, null);
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Writes down that Webex carried an effect out. Its content is forgotten.</summary>
    /// <returns>Whether its target has more to send.</returns>
    public Task<bool> SentAsync(Effect effect, MessageId message, OwnMessage? receipt) => EndAsync(effect, EffectState.Sent, null, message, session =>
    {
        if (receipt is not null)
            own.Claim(session, receipt, effect.Sequence);
        whenSent(session, effect, message, receipt?.Room);
    });

    /// <summary>Writes down that Webex refused an effect, or that nobody knows whether it was carried out.</summary>
    /// <param name="answer">The HTTP status, where there was one.</param>
    /// <returns>Whether its target has more to send.</returns>
    public Task<bool> GiveUpAsync(Effect effect, EffectState state, string reason, int? answer) => EndAsync(effect, state, reason, null, null, answer);

    /// <summary>Makes an effect ready to be tried again: it is known, or decided, that the last try came to nothing.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="reason">Why, for operators.</param>
    /// <param name="isGuess">Whether there was no evidence: it may be said twice. Counted.</param>
    /// <param name="body">Another body, where the old one will not do.</param>
    /// <param name="kind">What it is done as from now on, where not as before.</param>
    public Task AgainAsync(Effect effect, string reason, bool isGuess = false, byte[]? body = null, EffectKind? kind = null) => database.WriteAsync(session => session.Execute(
        """
        UPDATE effects SET state = 0, settled_at = NULL, reason = @reason, guesses = guesses + @guess, body = COALESCE(@body, body),
                           kind = COALESCE(@kind, kind)
        WHERE sequence = @sequence AND tries = @try AND state = 1
        """,
        ("@reason", reason), ("@guess", isGuess ? 1 : 0), ("@body", body), ("@kind", (long?)kind), ("@sequence", effect.Sequence), ("@try", effect.Try)));

    /// <summary>Writes down when what an open try did can be seen.</summary>
    /// <returns>That time.</returns>
    public async Task<long> LeaveOpenAsync(Effect effect, string reason)
    {
        var settles = Now() + (long)options.Value.SettleTime.TotalMilliseconds;
        await database.WriteAsync(session => session.Execute(
            "UPDATE effects SET settled_at = @settles, reason = @reason WHERE sequence = @sequence AND tries = @try AND state = 1",
            ("@settles", settles), ("@reason", reason), ("@sequence", effect.Sequence), ("@try", effect.Try))).ConfigureAwait(false);
        return settles;
    }

    /// <summary>The message that an effect of the same event posted, or null where it posted none.</summary>
    public MessageId? MessageOf(long @event, int ordinal) => database.Read(connection => connection.QueryFirstOrDefault<string>(
        "SELECT message_id FROM effects WHERE event = @event AND ordinal = @ordinal", new { @event, ordinal })) is { } id ? new MessageId(id) : null;

    /// <summary>How an effect stands.</summary>
    public EffectOutcome? Find(long @event, int ordinal) => database.Read(connection => connection.QueryFirstOrDefault<EffectOutcome>(
        "SELECT state AS State, message_id AS Message, answer AS Answer FROM effects WHERE event = @event AND ordinal = @ordinal", new { @event, ordinal }));

    /// <summary>Whether something is to be sent to a target still, or under way to it.</summary>
    public bool IsOpen(RoomId target) => database.Read(connection => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM effects WHERE target = @target AND state <= 1", new { target = target.Value })) > 0;

    /// <summary>The ordinals an event has from one number on, in order.</summary>
    public IReadOnlyList<int> OrdinalsOf(long @event, int from, int count) => database.Read(connection => connection.Query<long>(
        "SELECT ordinal FROM effects WHERE event = @event AND ordinal >= @from AND ordinal < @to ORDER BY ordinal", new { @event, from, to = from + count })
        .Select(ordinal => (int)ordinal).ToList());

    /// <summary>Drops what is too old to be asked for.</summary>
    public Task TidyAsync(TimeSpan life, TimeSpan lifeOfFailed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(session =>
        {
            session.Execute($"DELETE FROM effects WHERE ended_at < @before AND state = {(int)EffectState.Sent}", ("@before", (now - life).ToUnixTimeMilliseconds()));
            session.Execute($"DELETE FROM effects WHERE ended_at < @before AND state > {(int)EffectState.Sent}", ("@before", (now - lifeOfFailed).ToUnixTimeMilliseconds()));
            return OwnMessages.Tidy(session, now - life);
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Fills the lanes with what an earlier process left. Called once.</summary>
    public void Recover()
    {
        if (lanes.IsShared)
            return;
        // No echo was heard while no process ran: what is open has its time from now on.
        database.WriteAsync(session => session.Execute("UPDATE effects SET settled_at = NULL WHERE state = 1")).GetAwaiter().GetResult();
        foreach (var target in database.Read(connection => connection.Query<string>("SELECT DISTINCT target FROM effects WHERE state <= 1").ToList()))
            lanes.Wake(target, dueAt: 0);
    }

    private async Task<bool> EndAsync(Effect effect, EffectState state, string? reason, MessageId? message, Action<WriteSession>? also, int? answer = null)
    {
        var hasMore = await database.WriteAsync(session =>
        {
            var isOurs = session.Execute(
                """
                UPDATE effects SET state = @state, reason = COALESCE(@reason, reason), message_id = @message, answer = @answer, ended_at = @now, settled_at = NULL,
                                   body = CASE WHEN @state = 2 THEN NULL ELSE body END, file = CASE WHEN @state = 2 THEN NULL ELSE file END
                WHERE sequence = @sequence AND tries = @try AND state = 1
                """,
                ("@state", (int)state), ("@reason", reason), ("@message", message?.Value), ("@answer", answer), ("@now", Now()),
                ("@sequence", effect.Sequence), ("@try", effect.Try)) == 1;
            if (isOurs)
                also?.Invoke(session);
            return session.Scalar("SELECT 1 FROM effects WHERE target = @target AND state <= 1 LIMIT 1", ("@target", effect.Target.Value)) is not null;
        }).ConfigureAwait(false);
        waits.Ended(effect.Event, effect.Ordinal);
        return hasMore;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed class EffectRow
    {
        public long Sequence { get; init; }
        public long Event { get; init; }
        public long Ordinal { get; init; }
        public string Target { get; init; } = "";
        public long Kind { get; init; }
        public byte[]? Body { get; init; }
        public byte[]? File { get; init; }
        public long? RefersTo { get; init; }
        public string? Card { get; init; }
        public long Priority { get; init; }
        public long State { get; init; }
        public long Tries { get; init; }
        public long? BeganAt { get; init; }
        public long? SettledAt { get; init; }
        public long? Follows { get; init; }

        public Effect ToEffect(int @try, DateTimeOffset began, long? settles) => new(
            Sequence, Event, (int)Ordinal, new RoomId(Target), (EffectKind)Kind, Body ?? [], (int?)RefersTo, Card, (WebexPriority)Priority, @try, began, settles,
            Follows is { } follows ? DateTimeOffset.FromUnixTimeMilliseconds(follows) : null) { File = File };
    }
}

/// <summary>What became of an effect so far.</summary>
internal sealed class EffectOutcome
{
    public long State { get; init; }
    public string? Message { get; init; }
    public long? Answer { get; init; }
    public EffectState Stands => (EffectState)State;
}
