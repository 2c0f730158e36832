namespace BotHost.Operations;

/// <summary>
/// A command line read as a verb: <c>inbox list --state dead --Storage:ConnectionString="Data Source=x.db"</c>. An option with a colon in its
/// name is a setting, as it is to the host; any other belongs to the verb.
/// </summary>
internal sealed record VerbLine(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Settings, bool IsHelp)
{
    /// <summary>Whether the program is to do something else than run the host: a verb comes first, or help is asked for.</summary>
    public static bool Is(string[] args) =>
        args.Any(IsHelpWord) || (args is [var first, ..] && first is not ['-' or '/', ..] && !first.Contains('='));

    public static VerbLine Read(string[] args)
    {
        var (words, options, settings) = (new List<string>(), new Dictionary<string, string>(), new List<string>());
        var left = new Queue<string>(args.Where(arg => !IsHelpWord(arg)));
        while (left.TryDequeue(out var arg))
        {
            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(arg);
                continue;
            }

            var (name, value) = arg.IndexOf('=') is > 0 and var at ? (arg[2..at], arg[(at + 1)..]) : (arg[2..], left.TryDequeue(out var next) ? next : "");
            if (name.Contains(':'))
                settings.Add($"--{name}={value}");
            else
                options[name] = value;
        }

        return new VerbLine(words, options, settings, args.Any(IsHelpWord) || words is ["help"]);
    }

    /// <summary>The command it names, and what is said to it; a sentence where it names none.</summary>
    public (AdminCommand? Command, IReadOnlyDictionary<string, string> Values, string? Problem) Find()
    {
        if (AdminCommands.Find(Words) is not { } command)
            return (null, Options, Unknown(Words));
        var rest = Words.Skip(command.Name.Split(' ').Length).ToList();
        if (rest.Count > (command.Argument is null ? 0 : 1))
            return (null, Options, $"`{command.Name}` does not know what to do with '{rest[^1]}'. Usage: {command.Usage}");

        var values = Options.ToDictionary();
        // The host may run in another folder; what is meant is the one the person stands in.
        if (command.Argument is { } argument && rest is [var said])
            values[argument] = argument == "file" ? Path.GetFullPath(said) : said;
        return (command, values, null);
    }

    private static string Unknown(IReadOnlyList<string> words)
    {
        var near = AdminCommands.All.Where(command => command.Name.Split(' ')[0] == words[0]).Select(command => $"\n  {command.Usage}").ToList();
        return $"There is no command '{string.Join(' ', words)}'. {(near.Count > 0 ? $"There are:{string.Concat(near)}" : "See --help.")}";
    }

    private static bool IsHelpWord(string arg) => arg is "--help" or "-h" or "-?";
}
