namespace BotHost.Bot;

public sealed partial class BotContext
{
    /// <summary>The number of the event that this turn handles.</summary>
    internal long EventNumber { get; init; }

    /// <summary>
    /// Says something in another room that nobody there waits for. It is put out when the turn ends, together with what the turn sets and schedules, and goes to
    /// Webex behind all that people do wait for. Where Webex leaves no trace of whether it arrived, it is not repeated on a guess.
    /// </summary>
    /// <param name="room">A room the bot is in.</param>
    /// <param name="reply">What to say there, outside any thread.</param>
    /// <returns>What <see cref="IMessages.DeliveryAsync"/> takes, in a later turn; keep it in the state.</returns>
    /// <exception cref="ArgumentException">The reply is empty, or for the asker alone.</exception>
    /// <exception cref="InvalidOperationException">As of <see cref="Send"/>: a turn says at most a hundred things, announcements among them.</exception>
    public string Announce(RoomId room, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.IsBlank || reply.Placing == ReplyPlacing.Asker)
            throw new ArgumentException("An announcement is something said in a room. Give it words, and say with Send what is for the asker.", nameof(reply));
        ReplyFile.Check(reply.Attached?.Content.Length ?? 0, MostFileBytes);
        var announced = Add(new TurnEffect(reply, Edits: null, room), isBlank: false);
        return $"{EventNumber}:{announced.Index}";
    }
}
