namespace BotHost.Bot;

/// <summary>A command's grammar, made from its handler's signature.</summary>
internal sealed class CommandSyntax
{
    private readonly string _path;

    public CommandSyntax(string path, IReadOnlyList<Parameter> parameters)
    {
        _path = path;
        Size = parameters.Count;
        Words = [.. parameters.Where(parameter => parameter.Kind == ParameterKind.Word)];
        Last = parameters.FirstOrDefault(parameter => parameter.Kind is ParameterKind.Rest or ParameterKind.Many);
        Clause = parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.Clause);
        Files = parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.File);
        Options =
        [
            .. parameters.Where(parameter => parameter.Kind == ParameterKind.Option),
            .. parameters.Where(parameter => parameter.Kind == ParameterKind.Flag),
        ];
    }

    /// <summary>Number of the handler's parameters, those that are not read from the text included.</summary>
    public int Size { get; }

    public IReadOnlyList<Parameter> Words { get; }

    /// <summary>What takes all that remains, as one text or as several words.</summary>
    public Parameter? Last { get; }

    public Parameter? Clause { get; }

    /// <summary>What takes the files that come with the message.</summary>
    public Parameter? Files { get; }

    /// <summary>Options, then flags.</summary>
    public IReadOnlyList<Parameter> Options { get; }

    /// <summary>The last parameter is a text, inside which nothing has a meaning of its own.</summary>
    public bool EndsInText => Last?.Kind == ParameterKind.Rest;

    /// <summary>Nothing has to follow the path.</summary>
    public bool NeedsNothing => Files is not { IsOptional: false } && All.All(parameter => parameter.IsOptional || parameter.Kind == ParameterKind.Flag);

    /// <summary>Every parameter that is read from the text.</summary>
    public IEnumerable<Parameter> All => Words.Concat(Options).Append(Last).Append(Clause).OfType<Parameter>();

    /// <summary>The grammar as people read it: <c>space add &lt;email…&gt; [in "Title"] [--moderator]</c>.</summary>
    public string Usage => string.Join(' ', Parts().Prepend(_path).Where(part => part.Length > 0));

    private IEnumerable<string> Parts()
    {
        foreach (var word in Words)
        {
            yield return Shown(word, "");
        }

        if (Last is not null)
        {
            yield return Shown(Last, Last.Kind == ParameterKind.Many ? "…" : "");
        }

        if (Clause is not null)
        {
            yield return Bracketed(Clause, $"{Clause.Keyword} {(Clause.Scalar!.Type == typeof(string) ? $"\"{Bot.Words.Capitalised(Clause.Label)}\"" : $"<{Clause.Label}>")}");
        }

        foreach (var option in Options)
        {
            yield return option.Kind == ParameterKind.Flag ? $"[--{option.Dashed}]" : Bracketed(option, $"--{option.Dashed} <{Of(option)}>");
        }

        if (Files is not null)
        {
            yield return Bracketed(Files, BotTexts.WithFile(Files.Info.ParameterType.IsArray));
        }
    }

    /// <summary>What an option takes: one of a few, or what its label says. Where that is the option's own name again, of what kind it is.</summary>
    private static string Of(Parameter option) => option.Scalar is { Choices: { Count: <= 5 } choices } ? string.Join('|', choices)
        : string.Equals(option.Label.Replace(' ', '-'), option.Dashed, StringComparison.OrdinalIgnoreCase) ? option.Scalar!.Kind ?? option.Label
        : option.Label;

    private static string Bracketed(Parameter parameter, string text) => parameter.IsOptional ? $"[{text}]" : text;

    private static string Shown(Parameter parameter, string suffix)
    {
        var scalar = parameter.Scalar!;
        var name = scalar.Choices is { Count: <= 5 } choices ? string.Join('|', choices) : parameter.Label;

        // "<@…" would mention somebody.
        if (scalar.Type == typeof(Mention))
        {
            return Bracketed(parameter, $"@{name}{suffix}");
        }

        return parameter.IsOptional ? $"[{name}{suffix}]" : $"<{name}{suffix}>";
    }
}
