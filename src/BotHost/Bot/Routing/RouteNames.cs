namespace BotHost.Bot;

/// <summary>Which names routes may have.</summary>
internal static class RouteNames
{
    /// <summary>
    /// Words that somebody can type: none quoted, none like an option, nothing that would break out of the usage shown in help.
    /// </summary>
    public static bool IsCommand(string path, Action<string> problem)
    {
        var words = Tokeniser.Read(path, []);
        if (words.Count == 0)
        {
            problem("The command has no words. Give it at least one.");
            return false;
        }

        var wrong = words.FirstOrDefault(word => word.IsQuoted || "-—–".Contains(word.Value[0]) || word.Value.AsSpan().ContainsAny("`<>\"“”„"));
        if (wrong is { Value: { } bad })
        {
            problem(
                $"The command \"{path}\" has the word \"{bad}\", which nobody could type as a command. " +
                "Use words without quotes, brackets and leading dashes.");
            return false;
        }

        return true;
    }

    public static bool IsSubmit(string name, Action<string> problem)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            problem("The route has no name. Give it one, such as \"leave.request\".");
            return false;
        }

        if (name.StartsWith('_'))
        {
            problem($"The name \"{name}\" begins with an underscore, which the bot keeps for itself. Rename it.");
            return false;
        }

        return true;
    }
}
