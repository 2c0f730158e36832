namespace BotHost.Bot;

/// <summary>What a route's own words must not say.</summary>
internal static class RouteRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(10);

    public static void Check(RouteBuilder route, Action<string> problem)
    {
        route.Policy.Check(problem);
        if (route.Limit is { } limit && (limit < Shortest || limit > Longest))
            problem($"The deadline is {limit}. Give it 1 second to 10 minutes.");
        if (route.Audience == (Audience.Direct | Audience.Group))
            problem("The route is both DirectOnly and GroupOnly, so it could be used nowhere. Remove one of the two, or both.");
        if (route.Happening is not { } happening)
        {
            if (route.HearsBot)
                problem("The route is marked AlsoOwn, and what the bot writes or presses itself is never routed. Remove it.");
            return;
        }

        if (!happening.IsValid(problem))
            return;
        if (route.Aliases.Any())
            problem("An event has no other name. Remove the alias.");
        if (route.Audience != Audience.Anywhere && !happening.HasRoom)
            problem($"{happening} belongs to no room. Remove DirectOnly or GroupOnly.");
        if (!happening.CanReply && !ReturnsNothing(route.Handler.Method.ReturnType))
            problem($"The handler returns a reply, and where {happening} happens there is no room to reply in. Return nothing, or a Task; post with BotContext.Messages.");
    }

    private static bool ReturnsNothing(Type type) => type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask);
}
