using System.Runtime.CompilerServices;

namespace BotHost.Bot;

/// <summary>Routes with something in common: the first words of their commands, who may use them, what runs around them.</summary>
public sealed class RouteGroup
{
    private readonly RouteGroup? _parent;
    private readonly string _prefix;
    private readonly List<RouteBuilder> _routes;
    private readonly List<TurnMiddleware> _middleware = [];
    private Policy? _policy;

    internal RouteGroup(string prefix, RouteGroup? parent, List<RouteBuilder> routes) => (_prefix, _parent, _routes) = (prefix, parent, routes);

    internal Policy? Policy => _policy ?? _parent?.Policy;

    /// <summary>Outermost first.</summary>
    internal IEnumerable<TurnMiddleware> Middleware => [.. _parent?.Middleware ?? [], .. _middleware];

    /// <inheritdoc cref="BotRoutes.Command"/>
    public RouteBuilder Command(string path, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(RouteKind.Command, path, handler, file, line);

    /// <inheritdoc cref="BotRoutes.Submit"/>
    public RouteBuilder Submit(string name, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(RouteKind.Submit, name, handler, file, line);

    /// <inheritdoc cref="BotRoutes.Scheduled"/>
    public RouteBuilder Scheduled(string name, Delegate handler, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(RouteKind.Scheduled, name, handler, file, line);

    /// <summary>A group within this one: its prefix follows this one's.</summary>
    public RouteGroup Group(string prefix) => new(prefix, this, _routes);

    /// <summary>Runs around this group's routes, whether they were added before or after. The first one added is outermost.</summary>
    public RouteGroup Use(TurnMiddleware middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Who may use this group's routes, where a route does not say otherwise.</summary>
    public RouteGroup Allow(Policy policy)
    {
        _policy = policy;
        return this;
    }

    internal string Prefixed(string path) => _parent is null ? path : _parent.Prefixed($"{_prefix} {path}");

    private RouteBuilder Add(RouteKind kind, string name, Delegate handler, string file, int line)
    {
        var route = new RouteBuilder(this, kind, name, handler, file, line);
        _routes.Add(route);
        return route;
    }
}
