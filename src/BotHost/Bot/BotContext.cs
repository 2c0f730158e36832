namespace BotHost.Bot;

/// <summary>
/// One turn: one message or one pressed button, and everything a handler may use to answer it.
/// Handlers run at least once, so they reach Webex only through here.
/// </summary>
public sealed class BotContext
{
    /// <summary>More is a handler that does not know when to stop, not an answer.</summary>
    private const int MostReplies = 100;

    private readonly Lock _gate = new();
    private readonly List<Reply> _effects = [];
    private Incoming? _typed;
    private bool _isOver;

    /// <summary>Who spoke or pressed.</summary>
    public required Person Sender { get; init; }

    /// <summary>Where.</summary>
    public required Room Room { get; init; }

    /// <summary>
    /// What was said; in a submit, the message that carries the card, its text empty unless the button stands for a typed command.
    /// </summary>
    public required Incoming Message { get => _typed ?? field; init; }

    /// <summary>The pressed button; null where a message was written.</summary>
    public Submission? Submission { get; init; }

    /// <summary>Spaces, seen as the sender may see them.</summary>
    public required ISpaces Spaces { get; init; }

    /// <summary>Who is in which space.</summary>
    public required IMemberships Memberships { get; init; }

    /// <summary>Names, organisations and time zones.</summary>
    public required IPeople People { get; init; }

    /// <summary>
    /// Messages in rooms other than this one, or whose id the handler needs. What answers this turn is returned or sent instead.
    /// </summary>
    public required IMessages Messages { get; init; }

    /// <summary>The container, in a scope of this turn's own.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The same each time this turn is tried again, and no other turn's: hand it to services that can drop a repetition.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Cancelled when the turn's deadline passes or the host stops.</summary>
    public CancellationToken Aborted { get; init; }

    /// <summary>
    /// Adds a reply behind those already sent. They are posted in order once the handler is done; what it returns comes last.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The turn is over: the handler was given up or has already returned. Or it is the 101st reply of the turn.
    /// </exception>
    public void Send(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_gate)
        {
            if (_isOver)
            {
                throw new InvalidOperationException(
                    "This turn is over, nothing can be sent in it any more. " +
                    "Await what sends before the handler returns.");
            }

            if (_effects.Count == MostReplies)
            {
                throw new InvalidOperationException(
                    $"A turn says at most {MostReplies} things. " +
                    "Say less, or say it in fewer and longer replies.");
            }

            if (!reply.IsBlank)
            {
                _effects.Add(reply);
            }
        }
    }

    /// <summary>A button that stands for a command: from here on the turn reads as if its presser had typed it.</summary>
    internal void ReadAsTyped(string text) => _typed = Message with { Text = text, Mentions = [] };

    /// <summary>Ends the turn and gives what it wants to be posted.</summary>
    internal IReadOnlyList<Reply> Close()
    {
        lock (_gate)
        {
            _isOver = true;
            return _effects;
        }
    }
}
