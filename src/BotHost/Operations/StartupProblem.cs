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
            List("A setting has a value of the wrong kind:", [WrongKind(exception.Message)]),
        FormatException or InvalidDataException => $"A settings file cannot be read: {exception.Message} {Innermost(exception)}".TrimEnd(),
        _ => null,
    };

    /// <summary>The framework's sentence in words for people: <c>… value 'Fr' at 'BotHost:Language' to type 'BotHost.Bot.Language'.</c></summary>
    private static string WrongKind(string message)
    {
        if (message.Split('\'') is not [_, .. var value, _, var key, _, var type, _])
            return message;
        var kind = type switch
        {
            "System.TimeSpan" => "a time such as 00:00:30 or 1.00:00:00",
            "System.Boolean" => "true or false",
            "System.Int32" or "System.Int64" => "a whole number",
            _ when typeof(StartupProblem).Assembly.GetType(type) is { IsEnum: true } choices => "one of " + string.Join(", ", Enum.GetNames(choices)),
            _ => $"a {type}",
        };
        return $"{key} is '{string.Join('\'', value)}', which is not {kind}. Correct it, or leave it out.";
    }

    /// <summary>What a parser says, with the line; empty where there is nothing more to say.</summary>
    private static string Innermost(Exception exception) => exception.GetBaseException() is var cause && cause != exception ? cause.Message : "";

    private static string List(string title, IEnumerable<string> problems) =>
        string.Join(Environment.NewLine, problems.Distinct().Select(p => "  - " + p).Prepend(title));
}
