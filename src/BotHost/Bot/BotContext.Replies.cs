namespace BotHost.Bot;

// What a handler says before it returns.
public sealed partial class BotContext
{
    /// <summary>More is a handler that does not know when to stop, not an answer.</summary>
    private const int MostReplies = 100;

    private readonly Lock _gate = new();
    private readonly List<TurnEffect> _effects = [];
    private readonly List<ProgressReply> _progress = [];
    private bool _isOver;

    /// <summary>How many bytes a file may have.</summary>
    internal long MostFileBytes { get; init; } = Reply.MostFileBytes;

    /// <summary>How a progress is posted; null where there is no Webex.</summary>
    internal IProgressPosts? ProgressPosts { get; init; }

    /// <summary>
    /// Adds a reply behind those already sent. They are posted in order once the handler is done; what it returns comes last.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The turn is over: the handler was given up or has already returned. Or it is the 101st reply of the turn.
    /// </exception>
    /// <returns>What <see cref="Edit"/> takes.</returns>
    public SentReply Send(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ReplyFile.Check(reply.Attached?.Content.Length ?? 0, MostFileBytes);
        return Add(new TurnEffect(reply, Edits: null), reply.IsBlank);
    }

    /// <summary>
    /// Posts a message now, to tell in it how far the handler is, and at last what came of it: <c>return progress.Finish("Done.")</c>. It is a
    /// step: when the handler runs again after a crash, the message is there already.
    /// </summary>
    /// <param name="text">Text or Markdown that fits into one message, to where the turn is answered.</param>
    /// <param name="cancellationToken">Ends the wait for it to be posted.</param>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    /// <exception cref="WebexRefusedException">Webex refused it.</exception>
    public async Task<ProgressReply> ProgressAsync(Reply text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.IsBlank || !text.IsEditable || text.Placing == ReplyPlacing.Asker || ProgressPosts is null)
        {
            throw new ArgumentException("Progress is text or Markdown that fits into one message, where it was asked for. Send what is more as a reply.", nameof(text));
        }

        var progress = await ProgressPosts.PostAsync(text, cancellationToken);
        lock (_gate)
        {
            _progress.Add(progress);
        }

        return progress;
    }

    /// <summary>Replaces what an earlier reply of this turn says, once both are posted. Webex allows ten edits a message, and none of one with a card or file.</summary>
    /// <param name="sent">What <see cref="Send"/> gave.</param>
    /// <param name="reply">What it says instead: text or Markdown within 7,439 bytes.</param>
    /// <exception cref="ArgumentException">The new reply has a card or is too long for one message, or the old one has a card or is none.</exception>
    public void Edit(SentReply sent, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.IsBlank || !reply.IsEditable)
        {
            throw new ArgumentException(
                "An edit is text or Markdown that fits into one message. " +
                "Send what has a card, or is longer, as a reply of its own.", nameof(reply));
        }

        lock (_gate)
        {
            if (sent.Index < 0 || sent.Index >= _effects.Count || _effects[sent.Index] is not { Edits: null, Room: null, Reply: { IsEditable: true, Placing: not ReplyPlacing.Asker } })
            {
                throw new ArgumentException(
                    "What was sent there is not one message of text. " +
                    "Edit what Send of this turn gave, where it had no card and fitted into one message.", nameof(sent));
            }
        }

        Add(new TurnEffect(reply, sent.Index), isBlank: false);
    }

    private SentReply Add(TurnEffect effect, bool isBlank)
    {
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

            if (isBlank)
            {
                return new SentReply(-1);
            }

            _effects.Add(effect);
            return new SentReply(_effects.Count - 1);
        }
    }

    /// <summary>Lets no progress be reported any more, and waits for what is under way.</summary>
    internal Task EndProgressAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.WhenAll(_progress.Select(progress => progress.CloseAsync(cancellationToken)));
        }
    }

    /// <summary>Ends the turn and gives what it wants to be posted.</summary>
    internal IReadOnlyList<TurnEffect> Close()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        Steps.Close();
        return _effects;
    }
}
