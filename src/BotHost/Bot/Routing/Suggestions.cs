namespace BotHost.Bot;

/// <summary>The answer to words that no command fits.</summary>
internal sealed class Suggestions(RouteCatalogue catalogue)
{
    /// <summary>No command is longer; what is longer is not compared.</summary>
    private const int Longest = 60;

    private const int MostShown = 8;

    private readonly List<(string[] Words, CommandInfo Command)> _paths =
    [
        .. catalogue.Commands.SelectMany(command => command.Aliases.Prepend(command.Path).Select(path => (Split(path), command))),
    ];

    public MarkdownText For(List<Token> tokens)
    {
        var hasHelp = catalogue.Commands.Any(command => command.Path == "help");
        var words = tokens.TakeWhile(token => token.IsPlain).Select(token => Words.Key(token.Value).ToLowerInvariant()).ToArray();
        if (tokens.Count == 0)
        {
            return BotTexts.SayHelp(hasHelp);
        }

        var said = string.Join(' ', tokens.Select(token => token.Value));
        var group = words.Length > 0 ? Beginning(words[0]) : [];
        return words.Length == 1 && group.Count > 0 ? BotTexts.Choose(said, group)
            : AnswerReader.IsCancel(said) ? BotTexts.NothingToCancel
            : Nearest(_paths.Select(path => path.Words), words) is { } nearest ? BotTexts.DidYouMean(said, _paths.Find(path => path.Words == nearest).Command.Usage)
            : group.Count > 0 ? BotTexts.Choose(said, group)
            : Nearest(_paths.Select(path => path.Words[..1]), words) is [var first] ? BotTexts.DidYouMeanOneOf(said, Beginning(first))
            : BotTexts.Unknown(said, hasHelp);
    }

    /// <summary>The commands that begin with a word, as they are used.</summary>
    private List<string> Beginning(string word) =>
        [.. _paths.Where(path => path.Words[0] == word).Select(path => path.Command.Usage).Distinct().Take(MostShown)];

    /// <summary>The words that are fewest typing errors away: at most one in three letters, and of two letters their being swapped.</summary>
    private static string[]? Nearest(IEnumerable<string[]> paths, string[] words)
    {
        (string[]? Path, int Distance) best = (null, int.MaxValue);
        foreach (var path in paths)
        {
            var wanted = string.Join(' ', path);
            var typed = string.Join(' ', words.Take(path.Length));
            var allowed = wanted.Length < 2 ? 0 : Math.Max(1, wanted.Length / 3);
            if (typed.Length > Longest || Math.Abs(typed.Length - wanted.Length) > allowed)
            {
                continue;
            }

            var distance = EditDistance.Between(typed, wanted);
            if (distance <= allowed && distance < best.Distance && (wanted.Length > 2 || AreSwapped(typed, wanted)))
            {
                best = (path, distance);
            }
        }

        return best.Path;
    }

    private static bool AreSwapped(string typed, string wanted) => typed.Length == 2 && typed[0] == wanted[1] && typed[1] == wanted[0];

    private static string[] Split(string path) => [.. Tokeniser.Read(path, []).Select(token => Words.Key(token.Value).ToLowerInvariant())];
}
