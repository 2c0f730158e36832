using BotHost.Bot;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>Turns what can keep a host from starting into sentences for the person who started it.</summary>
public static class StartupProblem
{
    /// <summary>What went wrong and what to do about it, all of it at once; null for a fault of our own, which deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => List("The settings are not complete:", options.Failures),
        AggregateException many when many.InnerExceptions.All(e => e is OptionsValidationException) =>
            List("The settings are not complete:", many.InnerExceptions.SelectMany(e => ((OptionsValidationException)e).Failures)),
        BotDefinitionException definition => definition.Message,
        StartupException or StoreException => exception.Message,
        InvalidOperationException when exception.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) =>
            $"A setting has a value of the wrong kind. {exception.Message}",
        FormatException or InvalidDataException => $"A settings file cannot be read: {exception.Message}",
        _ => null,
    };

    private static string List(string title, IEnumerable<string> problems) =>
        string.Join(Environment.NewLine, problems.Distinct().Select(p => "  - " + p).Prepend(title));
}
