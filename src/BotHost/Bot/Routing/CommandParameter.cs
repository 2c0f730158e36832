using System.Reflection;

namespace BotHost.Bot;

/// <summary>The parameters of a command that are read from its text.</summary>
internal static class CommandParameter
{
    public static Parameter? Of(ParameterInfo info, Action<string> problem)
    {
        var (type, isMany) = info.Element();
        var after = info.IsDefined(typeof(AfterAttribute)) ? info.GetCustomAttribute<AfterAttribute>() : null;
        var isOption = info.IsDefined(typeof(OptionAttribute));
        if (type == typeof(AttachedFile))
        {
            if (!isOption && after is null)
            {
                return new Parameter(info, ParameterKind.File);
            }

            problem("is a file, which comes with the message and not in its text. Remove [Option] or [After].");
            return null;
        }

        if (Untyped(type) is { } untyped)
        {
            problem(untyped);
            return null;
        }

        if (Scalar.For(type) is not { } scalar)
        {
            problem(
                $"is {TypeNames.Of(info.ParameterType)}, which is neither registered in the container nor readable from text. " +
                $"Register it, take a string, or implement IParsable<{TypeNames.Of(type)}> where the type is yours.");
            return null;
        }

        if (type == typeof(bool) || type == typeof(bool?))
        {
            return Flag(info, scalar, isPlain: type == typeof(bool) && !isMany && !isOption && after is null, problem);
        }

        if (isMany && (isOption || after is not null))
        {
            problem("is an array, and an option or clause takes one value. Make it a single value.");
            return null;
        }

        if (isOption && after is not null)
        {
            problem("is marked both [Option] and [After]. Remove one of the two.");
            return null;
        }

        if (after is not null)
        {
            return Clause(info, scalar, after.Keyword, problem);
        }

        return new Parameter(info, isOption ? ParameterKind.Option : isMany ? ParameterKind.Many : ParameterKind.Word) { Scalar = scalar };
    }

    /// <summary>Checks the parameters against each other. The last one in line, if it is a text, takes the rest.</summary>
    public static IReadOnlyList<Parameter> InOrder(List<Parameter> parameters, Action<string> problem)
    {
        var inLine = parameters.Where(parameter => parameter.Kind is ParameterKind.Word or ParameterKind.Many).ToList();
        foreach (var many in inLine.SkipLast(1).Where(parameter => parameter.Kind == ParameterKind.Many))
        {
            problem(
                $"The parameter \"{many.Info.Name}\" takes all words that remain, so nothing can follow it. " +
                "Make it the last one that is read from the text.");
        }

        for (var i = 1; i < inLine.Count; i++)
        {
            if (inLine[i - 1] is { IsOptional: true, Info.Name: var left } && inLine[i] is { IsOptional: false, Info.Name: var right })
            {
                problem(
                    $"The parameter \"{right}\" is required but follows \"{left}\", which may be missing. " +
                    $"Swap them, or give \"{right}\" a default.");
            }
        }

        if (parameters.Where(parameter => parameter.Kind == ParameterKind.File).Skip(1).FirstOrDefault() is { } file)
        {
            problem($"The parameter \"{file.Info.Name}\" is a second one for files, and nobody could say which file is which. Make the first an array.");
        }

        if (parameters.Where(parameter => parameter.Kind == ParameterKind.Clause).Skip(1).FirstOrDefault() is { } second)
        {
            problem(
                $"The parameter \"{second.Info.Name}\" is a second [After]; a command ends in one clause at most. " +
                "Make it an [Option].");
        }

        return inLine is [.., { Kind: ParameterKind.Word, Scalar.IsText: true } last]
            ? [.. parameters.Select(parameter => ReferenceEquals(parameter, last) ? parameter with { Kind = ParameterKind.Rest } : parameter)]
            : parameters;
    }

    /// <summary>A time without an offset would be read as the machine's, or as nobody's.</summary>
    private static string? Untyped(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTime)
        ? "is a DateTime, which does not say where that time holds. Make it a DateTimeOffset, a DateOnly or a TimeOnly."
        : null;

    private static Parameter? Flag(ParameterInfo info, Scalar scalar, bool isPlain, Action<string> problem)
    {
        if (isPlain && info.DefaultOf() is false)
        {
            return new Parameter(info, ParameterKind.Flag) { Scalar = scalar };
        }

        problem(
            "cannot be a flag. " +
            $"In a command, true or false is said by writing --{Words.Kebab(info.Name!)} or not: make it a plain bool whose default is false, or an enum.");
        return null;
    }

    private static Parameter? Clause(ParameterInfo info, Scalar scalar, string keyword, Action<string> problem)
    {
        if (Tokeniser.Read(keyword, []) is [{ IsQuoted: false }])
        {
            return new Parameter(info, ParameterKind.Clause) { Scalar = scalar, Keyword = keyword.Trim() };
        }

        problem($"is marked [After(\"{keyword}\")], and a clause begins with one word. Give one word.");
        return null;
    }
}
