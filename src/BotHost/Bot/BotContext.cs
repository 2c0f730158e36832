namespace BotHost.Bot;

/// <summary>
/// One turn: one message or one pressed button, and everything a handler may use to answer it.
/// Handlers run at least once, so they reach Webex only through here.
/// </summary>
public sealed partial class BotContext
{
    /// <summary>More is a handler that does not know when to stop, not an answer.</summary>
    private const int MostReplies = 100;

    private readonly Lock _gate = new();
    private readonly List<TurnEffect> _effects = [];
    private readonly List<ProgressReply> _progress = [];
    private Random? _random;
    private Incoming? _typed;
    private bool _isOver;

    internal BotContext(ITurnSteps steps) => Steps = steps;

    /// <summary>Who spoke or pressed.</summary>
    public required Person Sender { get; init; }

    /// <summary>Where.</summary>
    /// <exception cref="InvalidOperationException">An event that belongs to no room, as that of a meeting.</exception>
    public required Room Room
    {
        get => field ?? throw new InvalidOperationException("This event belongs to no room. To tell somebody, post with Messages into a room you know.");
        init;
    }

    /// <summary>
    /// What was said; in a submit, the message that carries the card, its text empty unless the button stands for a typed command; in
    /// an event that is about no message, nothing.
    /// </summary>
    public required Incoming Message { get => _typed ?? field; init; }

    /// <summary>The pressed button; null where a message was written.</summary>
    public Submission? Submission { get; init; }

    /// <summary>What happened; null where somebody wrote or pressed a button.</summary>
    public WebexEvent? Event { get; init; }

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

    /// <summary>What the bot remembers of the sender, of this room, and of its own.</summary>
    public required TurnState State { get; init; }

    /// <summary>Turns that run later.</summary>
    public required ISchedule Schedule { get; init; }

    /// <summary>That this turn was scheduled, and when it was due; null where somebody spoke or pressed. Nothing was said then: the text is empty.</summary>
    public Occurrence? Occurrence { get; init; }

    /// <summary>Teams, seen as the sender may see them.</summary>
    public required ITeams Teams { get; init; }

    /// <summary>
    /// Meetings of the bot's own token, which only a person's or an integration's may see: <c>ctx.As(Identity.Asker).Meetings</c> are the asker's.
    /// </summary>
    public required IMeetings Meetings { get; init; }

    /// <summary>Addresses at which other programs post into a space.</summary>
    public required IHooks Hooks { get; init; }

    /// <summary>What the sender wants to be answered in, as it stood when this run of the turn began.</summary>
    public Language Language { get; init; }

    /// <summary>The container, in a scope of this turn's own.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The same each time this turn is tried again, and no other turn's: hand it to services that can drop a repetition.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Cancelled when the turn's deadline passes or the host stops.</summary>
    public CancellationToken Aborted { get; init; }

    /// <summary>The time, which stays the same when this turn is tried again. Each look may show a later one.</summary>
    public DateTimeOffset Now => Steps.Now();

    /// <summary>Chance that falls the same way each time this turn is tried again. Not for secrets.</summary>
    public Random Random => _random ??= new Random(Seed(IdempotencyKey));

    private ITurnSteps Steps { get; }

    /// <summary>How many bytes a file may have.</summary>
    internal long MostFileBytes { get; init; } = Reply.MostFileBytes;

    /// <summary>How a progress is posted; null where there is no Webex.</summary>
    internal IProgressPosts? ProgressPosts { get; init; }

    /// <summary>The name of the route that is run: a command's words, a submit's name, an event; in parentheses where there is none.</summary>
    public string Route { get; internal set; } = "";

    /// <summary>
    /// Does something outside Webex that must not happen twice, and remembers its result: when the handler runs again, it gets that
    /// result and nothing is done. Throw only where nothing was done, or where doing it again does no harm.
    /// </summary>
    /// <remarks>
    /// Should the host die in the middle of it, nobody knows whether it was done. Then the turn is kept as a dead letter for a person to
    /// decide, unless <paramref name="isRepeatable"/> says that doing it again does no harm.
    /// </remarks>
    /// <param name="name">What is done: the same each time, and not twice in one turn.</param>
    /// <param name="call">Does it. The result must survive being written as JSON.</param>
    /// <param name="isRepeatable">Whether it may be done again, as by a service that is given <see cref="IdempotencyKey"/> and drops repetitions.</param>
    public Task<T> OnceAsync<T>(string name, Func<CancellationToken, Task<T>> call, bool isRepeatable = false) =>
        Steps.OnceAsync(name, call, isRepeatable ? _ => Task.FromResult((false, default(T))) : null, Aborted);

    /// <summary>The same, where one can look whether it was done.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="call">Does it.</param>
    /// <param name="find">Asked after a crash in the middle: the result, or null where it was not done.</param>
    public Task<T> OnceAsync<T>(string name, Func<CancellationToken, Task<T>> call, Func<CancellationToken, Task<T?>> find)
        where T : class =>
        Steps.OnceAsync(name, call, async ct => await find(ct) is { } found ? (true, found) : (false, null), Aborted);

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

    /// <summary>Whether <see cref="Room"/> may be asked for.</summary>
    internal bool HasRoom { get; init; } = true;

    /// <summary>The message's files; null where it cannot have any.</summary>
    internal ITurnFiles? Files { get; init; }

    /// <summary>What gives the turn another deadline than the usual one, from now on.</summary>
    internal Action<TimeSpan>? Extend { get; init; }

    /// <summary>A button that stands for a command: from here on the turn reads as if its presser had typed it.</summary>
    internal void ReadAsTyped(string text, IReadOnlyList<MentionSpan>? mentions = null, bool isConfirmed = false) =>
        (_typed, IsConfirmed) = (Message with { Text = text, Mentions = mentions ?? [] }, isConfirmed);

    /// <summary>Whether the command was asked back about, and the answer was yes.</summary>
    internal bool IsConfirmed { get; private set; }

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

    private static int Seed(string key) =>
        BitConverter.ToInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}
