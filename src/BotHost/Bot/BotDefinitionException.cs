namespace BotHost.Bot;

/// <summary>The routes are wrong. Thrown at start-up with everything that is to be changed, each naming its route and line.</summary>
public sealed class BotDefinitionException : Exception
{
    /// <summary>Made by <see cref="BotRoutes"/>.</summary>
    public BotDefinitionException(IReadOnlyList<string> problems)
        : base($"The bot's routes are wrong in {problems.Count} place(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}") =>
        Problems = problems;

    /// <summary>One line each: route, file and line, what is wrong, what to do.</summary>
    public IReadOnlyList<string> Problems { get; }
}
