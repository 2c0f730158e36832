namespace BotHost.Bot;

/// <summary>A route that was just added, for saying more about it.</summary>
public sealed class RouteBuilder
{
    private readonly RouteGroup _group;
    private readonly string _name;
    private readonly List<string> _aliases = [];
    private readonly string _file;
    private readonly int _line;
    private Policy? _policy;

    internal RouteBuilder(RouteGroup group, RouteKind kind, string name, Delegate handler, string file, int line)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(handler);
        (_group, Kind, _name, Handler, _file, _line) = (group, kind, name, handler, file[(file.LastIndexOfAny(['/', '\\']) + 1)..], line);
    }

    internal RouteKind Kind { get; }

    internal Delegate Handler { get; }

    /// <summary>Which events it is for; null for what is written or pressed.</summary>
    internal EventName? Happening { get; init; }

    /// <summary>Whether it is the host's own, whose name no author can take.</summary>
    internal bool IsOwn { get; init; }

    internal TimeSpan? Limit { get; private set; }

    internal Audience Audience { get; private set; }

    internal bool HearsBot { get; private set; }

    internal string? Description { get; private set; }

    internal string? GermanDescription { get; private set; }

    internal Caption? Question { get; private set; }

    internal bool IsHidden { get; private set; }

    internal Policy Policy => _policy ?? _group.Policy ?? Policy.Default;

    internal IEnumerable<TurnMiddleware> Middleware => _group.Middleware;

    /// <summary>The command's words or the submit's name.</summary>
    internal string Path => FullName(_name);

    internal IEnumerable<string> Aliases => _aliases.Select(FullName);

    /// <summary>What was defined and where, for the author.</summary>
    internal string Source => $"{(Kind == RouteKind.Fallback ? "Fallback" : $"{Kind} \"{_name}\"")} ({_file}:{_line})";

    /// <summary>One sentence for help.</summary>
    /// <param name="text">In English, or whatever language the bot's people share.</param>
    /// <param name="de">In German, for those who want German; null for the same.</param>
    public RouteBuilder Describe(string text, string? de = null)
    {
        (Description, GermanDescription) = (text, de);
        return this;
    }

    /// <summary>
    /// Asks back before the command runs: a card with the question, which the asker answers once, within a day. Yes runs the command as it was
    /// typed, with everything judged again; "tomorrow" and the like stay what they were when it was asked. The arguments are read before it is asked,
    /// so that nobody confirms what cannot be done.
    /// </summary>
    /// <param name="question">Markdown, in which <c>{title}</c> stands for the argument of that name.</param>
    /// <param name="de">The same in German, for those who want German; null for the same words.</param>
    public RouteBuilder Confirm(string question, string? de = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        Question = new Caption(question, de);
        return this;
    }

    /// <summary>Works, but is neither in help nor suggested.</summary>
    public RouteBuilder Hidden()
    {
        IsHidden = true;
        return this;
    }

    /// <summary>Who may use this route. Without it: what the group says, else <see cref="Policy.Default"/>.</summary>
    public RouteBuilder Allow(Policy policy)
    {
        _policy = policy;
        return this;
    }

    /// <summary>Another name for the same: for a command within the same group; for a submit, the name that older cards carry.</summary>
    public RouteBuilder Alias(string path)
    {
        _aliases.Add(path);
        return this;
    }

    /// <summary>How long the handler may take, 1 second to 10 minutes, instead of <c>BotHost:HandlerTimeout</c>. The room waits that long.</summary>
    public RouteBuilder Deadline(TimeSpan limit)
    {
        Limit = limit;
        return this;
    }

    /// <summary>Only between one person and the bot. In a space, whoever asks is told so.</summary>
    public RouteBuilder DirectOnly()
    {
        Audience |= Audience.Direct;
        return this;
    }

    /// <summary>Only in a space. Whoever asks directly is told so.</summary>
    public RouteBuilder GroupOnly()
    {
        Audience |= Audience.Group;
        return this;
    }

    /// <summary>
    /// Of an event: also when the bot itself caused it. See to it that what the handler does does not cause the next.
    /// </summary>
    public RouteBuilder AlsoOwn()
    {
        HearsBot = true;
        return this;
    }

    private string FullName(string name) => Kind == RouteKind.Command ? _group.Prefixed(name).Trim() : name;
}
