namespace BotHost.Bot;

/// <summary>
/// One turn: one message or one pressed button, and everything a handler may use to answer it.
/// Handlers run at least once, so they reach Webex only through here.
/// </summary>
public sealed partial class BotContext
{
    private Random? _random;
    private Incoming? _typed;

    internal BotContext(ITurnSteps steps) => Steps = steps;

    /// <summary>Who spoke or pressed. An agent that runs a command has an id that Webex does not know, and no address.</summary>
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

    /// <summary>What the sender wants to be answered in, as it stood when the turn began: one that asks goes on in the language in which it asked.</summary>
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

    /// <summary>The one route that an agent may run here; null where a person speaks or presses.</summary>
    internal string? Granted { get; init; }

    /// <summary>Whether <see cref="Room"/> may be asked for.</summary>
    internal bool HasRoom { get; init; } = true;

    /// <summary>The message's files; null where it cannot have any.</summary>
    internal ITurnFiles? Files { get; init; }

    /// <summary>What gives the turn another deadline than the usual one, from now on.</summary>
    internal Action<TimeSpan>? Extend { get; init; }

    /// <summary>A button that stands for a command: from here on the turn reads as if its presser had typed it.</summary>
    internal void ReadAsTyped(string text, IReadOnlyList<MentionSpan>? mentions = null, bool isConfirmed = false, DateTimeOffset? asked = null) =>
        (_typed, IsConfirmed, Asked) = (Message with { Text = text, Mentions = mentions ?? [] }, isConfirmed, asked);

    /// <summary>Whether the command was asked back about, and the answer was yes.</summary>
    internal bool IsConfirmed { get; private set; }

    /// <summary>When it was asked back about, as the presser says; null where that does not matter.</summary>
    internal DateTimeOffset? Asked { get; private set; }

    private static int Seed(string key) =>
        BitConverter.ToInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}
