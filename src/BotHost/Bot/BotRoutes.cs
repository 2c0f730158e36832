using System.Runtime.CompilerServices;

namespace BotHost.Bot;

/// <summary>
/// What the bot can do: minimal APIs, for chat. A handler is any delegate. Its parameters bind by type: what the bot knows
/// (<see cref="BotContext"/>, <see cref="Person"/>, <see cref="Room"/>, <see cref="CancellationToken"/>) comes from the turn, what is
/// registered
/// from the container, the rest is read from the message, left to right; the last text takes the rest. In a submit it is read from
/// the card's inputs. What the handler returns is the reply: nothing, a string, a <see cref="Reply"/>, a <see cref="MarkdownText"/>, a <see
/// cref="Card"/>, several replies, or a task of these.
/// </summary>
public sealed partial class BotRoutes
{
    private readonly List<RouteBuilder> _routes = [];
    private readonly RouteGroup _root;

    /// <summary>No routes yet.</summary>
    public BotRoutes() => _root = new RouteGroup("", null, _routes);

    /// <summary>What happens when somebody writes these words. The longest command that fits wins; case does not matter.</summary>
    /// <param name="path">One or more words.</param>
    /// <param name="handler">What to do.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RouteBuilder Command(string path, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _root.Command(path, handler, file, line);

    /// <summary>What happens when somebody presses a card's button that names this route. Typed text never gets here.</summary>
    /// <param name="name">The name buttons carry. It stays in old cards: an <see cref="RouteBuilder.Alias"/> keeps those working after a
    /// change.</param>
    /// <param name="handler">What to do.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RouteBuilder Submit(string name, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _root.Submit(name, handler, file, line);

    /// <summary>As <see cref="Submit"/>, for a card of the host's own: its name begins with an underscore, which no author's does.</summary>
    internal RouteBuilder OwnSubmit(string name, Delegate handler)
    {
        var own = new RouteBuilder(_root, RouteKind.Submit, name, handler, "", 0) { IsOwn = true };
        _routes.Add(own);
        return own;
    }

    /// <summary>
    /// What happens when something that <see cref="ISchedule"/> was given is due. At most one of the handler's parameters is neither the turn's nor
    /// the container's: it is what was handed over. The sender is whoever scheduled it.
    /// </summary>
    /// <param name="name">The name <see cref="ISchedule"/> is given. It stays in what is scheduled: an <see cref="RouteBuilder.Alias"/> keeps that
    /// working after a change.</param>
    /// <param name="handler">What to do.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RouteBuilder Scheduled(string name, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _root.Scheduled(name, handler, file, line);

    /// <summary>Routes with something in common. The prefix comes before their commands, not before submit names.</summary>
    public RouteGroup Group(string prefix) => _root.Group(prefix);

    /// <summary>Runs around every route, and around the answer to what fits none. The first one added is outermost.</summary>
    public BotRoutes Use(TurnMiddleware middleware)
    {
        _root.Use(middleware);
        return this;
    }

    /// <summary>
    /// What happens to a text that no command fits; <c>(string text) => …</c> takes all of it. Without it, the nearest command is
    /// suggested.
    /// </summary>
    /// <param name="handler">What to do.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RouteBuilder Fallback(Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var fallback = new RouteBuilder(_root, RouteKind.Fallback, "", handler, file, line);
        _routes.Add(fallback);
        return fallback;
    }

    /// <summary>Checks everything and makes it fast.</summary>
    /// <exception cref="BotDefinitionException">Something is wrong.</exception>
    internal RouteTable Build(IServiceProviderIsService services) => RouteTableFactory.Create(_routes, _root, services);
}
