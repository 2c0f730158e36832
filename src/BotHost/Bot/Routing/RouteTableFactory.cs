namespace BotHost.Bot;

/// <summary>Checks all routes and puts them into tables. What is wrong is told at once, not one error per start.</summary>
internal static class RouteTableFactory
{
    public static RouteTable Create(IReadOnlyList<RouteBuilder> builders, RouteGroup root, IServiceProviderIsService services)
    {
        var problems = new List<string>();
        var commands = new CommandTree();
        var submits = new Dictionary<string, Route>(StringComparer.Ordinal);
        var scheduled = new Dictionary<string, Route>(StringComparer.Ordinal);
        var sources = new Dictionary<Route, RouteBuilder>(builders.Count, ReferenceEqualityComparer.Instance);
        var routes = new List<Route>(builders.Count);
        var visible = new List<CommandInfo>();
        Route? fallback = null;
        foreach (var builder in builders)
        {
            void Problem(string text) => problems.Add($"{builder.Source}: {text}");

            RouteRules.Check(builder, Problem);
            var route = Checked(builder, services, Problem);
            routes.Add(route);
            sources.Add(route, builder);
            switch (builder.Kind)
            {
                case RouteKind.Command:
                    foreach (var path in builder.Aliases.Prepend(builder.Path).Where(path => RouteNames.IsCommand(path, Problem)))
                    {
                        if (!commands.TryAdd(path, route, out var taken))
                        {
                            Problem($"The command \"{path}\" is defined already: {sources[taken].Source}. Rename or remove one of them.");
                        }
                    }

                    break;
                case RouteKind.Submit:
                    foreach (var name in builder.Aliases.Prepend(builder.Path).Where(name => builder.IsOwn || RouteNames.IsSubmit(name, Problem)))
                    {
                        if (!submits.TryAdd(name, route))
                        {
                            Problem($"The submit \"{name}\" is defined already: {sources[submits[name]].Source}. Rename or remove one of them.");
                        }
                    }

                    break;
                case RouteKind.Event:
                    foreach (var other in routes.SkipLast(1).Where(other => other.Happening?.Overlaps(builder.Happening!) == true))
                    {
                        Problem($"There is a route for {other.Name} already: {sources[other].Source}. An event has one handler: call both from it, or remove one of them.");
                    }

                    break;
                case RouteKind.Scheduled:
                    foreach (var name in builder.Aliases.Prepend(builder.Path).Where(name => RouteNames.IsSubmit(name, Problem)))
                    {
                        if (!scheduled.TryAdd(name, route))
                        {
                            Problem($"The scheduled route \"{name}\" is defined already: {sources[scheduled[name]].Source}. Rename or remove one of them.");
                        }
                    }

                    break;
                default:
                    if (fallback is not null)
                    {
                        Problem($"There is a fallback already: {sources[fallback].Source}. Remove one of them.");
                    }

                    fallback = route;
                    break;
            }

            if (builder is { Kind: RouteKind.Command, IsHidden: false })
            {
                visible.Add(new CommandInfo(builder, route.Syntax!));
            }
        }

        if (problems.Count > 0)
        {
            throw new BotDefinitionException(problems);
        }

        var none = new Route("(unknown)", RouteKind.Fallback, root.Policy ?? Policy.Default, [.. root.Middleware]);
        return new RouteTable(commands, submits, scheduled, fallback, none, new RouteCatalogue(visible), routes);
    }

    private static Route Checked(RouteBuilder builder, IServiceProviderIsService services, Action<string> problem)
    {
        var parameters = ParameterBinding.Of(builder.Handler.Method, builder.Kind, builder.Happening, services, problem);
        var name = builder.Kind == RouteKind.Fallback ? "(fallback)" : builder.Path;
        return new Route(name, builder.Kind, builder.Policy, [.. builder.Middleware])
        {
            Handler = Handler.Of(builder.Handler, problem),
            Parameters = parameters,
            Question = builder.Question is { } question ? ConfirmQuestion.Of(question, builder.Kind, parameters, problem) : null,
            Happening = builder.Happening,
            Limit = builder.Limit,
            Audience = builder.Audience,
            HearsBot = builder.HearsBot,
            Syntax = builder.Kind is RouteKind.Submit or RouteKind.Event or RouteKind.Scheduled ? null : new CommandSyntax(builder.Path, parameters),
        };
    }
}
