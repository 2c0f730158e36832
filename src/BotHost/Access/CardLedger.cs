using System.Buffers.Text;
using System.Security.Cryptography;
using BotHost.Storage;

namespace BotHost.Access;

/// <summary>A card the bot put into a room, and who may press its buttons until when.</summary>
/// <param name="Submits">The submits its buttons name; a press that names another was not made with this card.</param>
/// <param name="Thread">The thread replies to a press go to: the card's own thread, else the card itself.</param>
/// <param name="Asker">The one person who may press, or null for any member of the room.</param>
/// <param name="IsOnce">Whether only the first press counts.</param>
/// <param name="Room">The room; or the id of the person it is posted to, until their direct room is known.</param>
internal sealed record PostedCard(
    IReadOnlyList<string> Submits, RoomId Room, bool IsDirect, MessageId? Thread, MessageId? Message, PersonId? Asker, bool IsOnce, DateTimeOffset Expires);

/// <summary>What a press of a button turned out to be.</summary>
internal enum PressResult
{
    Accepted,

    /// <summary>No such card, or not this card, room or button: made up, or posted by another host.</summary>
    Unknown,
    Expired,

    /// <summary>Somebody else's card.</summary>
    NotYours,

    /// <summary>It counted once already.</summary>
    Used,
}

/// <summary>
/// Remembers the cards the bot posted. What a card submit says about itself proves nothing (any member may submit anything);
/// its nonce, drawn here and known only to the card, is looked up on our side.
/// </summary>
internal sealed class CardLedger(Database database, TimeProvider time)
{
    /// <summary>A nonce nobody guesses: 128 random bits.</summary>
    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Writes cards down, in the transaction that puts them into the outbox; their messages are filled in by <see cref="Posted"/>.</summary>
    public static void Add(WriteSession session, IEnumerable<(string Nonce, PostedCard Card)> posted)
    {
        foreach (var (nonce, card) in posted)
        {
            session.Execute(
                """
                INSERT INTO cards (nonce, submits, room_id, is_direct, thread_id, message_id, asker_id, is_once, expires_at)
                VALUES (@nonce, @submits, @room, @direct, @thread, NULL, @asker, @once, @expires)
                """,
                ("@nonce", nonce), ("@submits", string.Join('\n', card.Submits)), ("@room", card.Room.Value), ("@direct", card.IsDirect ? 1 : 0),
                ("@thread", card.Thread?.Value), ("@asker", card.Asker?.Value), ("@once", card.IsOnce ? 1 : 0),
                ("@expires", card.Expires.ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>Ties a card to the message that carries it, and to its room, which of a card posted to a person is known only now.</summary>
    public static void Posted(WriteSession session, string nonce, MessageId message, RoomId? room = null) => session.Execute(
        "UPDATE cards SET message_id = @message, room_id = COALESCE(@room, room_id) WHERE nonce = @nonce",
        ("@message", message.Value), ("@room", room?.Value), ("@nonce", nonce));

    /// <summary>Makes a card usable again whose press was refused, so that a typing error does not use it up.</summary>
    public static void Reopen(WriteSession session, string nonce, string press) => session.Execute(
        "UPDATE cards SET used_by = NULL WHERE nonce = @nonce AND used_by = @press", ("@nonce", nonce), ("@press", press));

    /// <summary>Forgets cards that are too old to be pressed.</summary>
    public Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(session => session.Execute("DELETE FROM cards WHERE expires_at < @now", ("@now", now)), cancellationToken: cancellationToken);
    }

    /// <summary>
    /// Judges a press and, where the card counts once, uses it up. <paramref name="press"/> identifies the press: judged again
    /// after a crash, it is accepted again.
    /// </summary>
    /// <param name="isAgain">Whether it was accepted before, and the card may have expired since.</param>
    public Task<(PressResult Result, PostedCard? Card)> PressAsync(
        string nonce, string submit, RoomId room, MessageId message, PersonId presser, string press, bool isAgain, CancellationToken cancellationToken) =>
        database.WriteAsync<(PressResult, PostedCard?)>(session =>
        {
            var row = session.Row<CardRow>("SELECT * FROM cards WHERE nonce = @nonce", ("@nonce", nonce));
            if (row is null || !row.IsIn(room, presser) || (row.message_id is { } known && known != message.Value)
                || !row.submits.Split('\n').Contains(submit, StringComparer.Ordinal))
                return (PressResult.Unknown, null);

            var card = row.ToCard();
            if (!isAgain && card.Expires < time.GetUtcNow())
                return (PressResult.Expired, card);
            if (card.Asker is { } asker && asker != presser)
                return (PressResult.NotYours, card);
            if (!card.IsOnce || row.used_by == press)
                return (PressResult.Accepted, card);
            if (row.used_by is not null)
                return (PressResult.Used, card);
            // Not by what was read: another host may have written since.
            var isFirst = session.Execute("UPDATE cards SET used_by = @press WHERE nonce = @nonce AND used_by IS NULL", ("@press", press), ("@nonce", nonce)) == 1;
            return (isFirst ? PressResult.Accepted : PressResult.Used, card);
        }, cancellationToken: cancellationToken);

    // Named as its columns are, which is how Dapper finds them.
    private sealed class CardRow
    {
        public string submits { get; set; } = "";
        public string room_id { get; set; } = "";
        public bool is_direct { get; set; }
        public string? thread_id { get; set; }
        public string? message_id { get; set; }
        public string? asker_id { get; set; }
        public bool is_once { get; set; }
        public string? used_by { get; set; }
        public long expires_at { get; set; }

        /// <summary>Posted to a person, and not yet known to be in their direct room: then it is by their id.</summary>
        public bool IsIn(RoomId room, PersonId presser) => room_id == room.Value || (is_direct && message_id is null && room_id == presser.Value);

        public PostedCard ToCard() => new(
            submits.Split('\n'), new RoomId(room_id), is_direct, Id<MessageId>(thread_id), Id<MessageId>(message_id), Id<PersonId>(asker_id),
            is_once, DateTimeOffset.FromUnixTimeMilliseconds(expires_at));

        private static TId? Id<TId>(string? value) where TId : struct, IWebexId<TId> => value is null ? null : TId.From(value);
    }
}
