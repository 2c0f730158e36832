namespace BotHost.Bot;

/// <summary>Puts the message's files where the handler wants them.</summary>
internal static class FileArguments
{
    /// <summary>Null, or what to tell the person.</summary>
    public static async ValueTask<Reply?> FillAsync(CommandSyntax syntax, BotContext context, object?[] arguments)
    {
        var wanted = syntax.Files!;
        var files = context.Files is { } source ? await source.ReadAsync(context.Aborted) : [];
        if (files.Count == 0 && !wanted.IsOptional)
        {
            return BotTexts.WithUsage(BotTexts.FileMissing(wanted.Label), syntax.Usage);
        }

        if (wanted.Info.ParameterType.IsArray)
        {
            arguments[wanted.Position] = files.ToArray();
            return null;
        }

        if (files.Count > 1)
        {
            return BotTexts.WithUsage(BotTexts.TooManyFiles(files.Count), syntax.Usage);
        }

        arguments[wanted.Position] = files.Count == 1 ? files[0] : null;
        return null;
    }
}
