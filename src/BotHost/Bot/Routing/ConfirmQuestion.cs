using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotHost.Bot;

/// <summary>
/// The question before a command that cannot be taken back. What is confirmed is the text that was typed: pressed, it is read again, as the
/// presser's own words, so nothing that was decided when it was asked needs to be trusted or kept.
/// </summary>
internal sealed partial class ConfirmQuestion
{
    private readonly string _question;
    private readonly IReadOnlyDictionary<string, Parameter> _parameters;

    private ConfirmQuestion(string question, IReadOnlyDictionary<string, Parameter> parameters) => (_question, _parameters) = (question, parameters);

    /// <summary>The question; null, with the problem reported, where nothing can be asked back.</summary>
    public static ConfirmQuestion? Of(string question, RouteKind kind, IReadOnlyList<Parameter> parameters, Action<string> problem)
    {
        if (kind != RouteKind.Command)
        {
            problem("Only a command can be confirmed. Show a card made with Card.Confirm before the submit instead.");
            return null;
        }

        if (parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.File) is { } file)
        {
            problem($"The command takes the file \"{file.Info.Name}\", which is no longer at hand when the question is answered. Ask with Card.Confirm in the handler instead.");
            return null;
        }

        var read = parameters.Where(parameter => parameter.Kind is not (ParameterKind.Turn or ParameterKind.Service))
            .ToDictionary(parameter => parameter.Info.Name!, StringComparer.Ordinal);
        foreach (var name in Holes().Matches(question).Select(hole => hole.Groups[1].Value).Where(name => !read.ContainsKey(name)))
        {
            problem($"The question names {{{name}}}, which is no argument of the command. {(read.Count == 0 ? "It has none." : $"It has {string.Join(", ", read.Keys)}.")}");
        }

        return new ConfirmQuestion(question, read);
    }

    /// <summary>The card that asks.</summary>
    public Card Ask(Incoming typed, object?[] arguments)
    {
        var question = Holes().Replace(_question, hole => Markdown.Escape(TextOf(arguments[_parameters[hole.Groups[1].Value].Position])));
        return Card.Confirm(question, typed.Text, JsonSerializer.Serialize(typed.Mentions));
    }

    /// <summary>What was typed, from the card's own words: they are the presser's, like anything they could have typed.</summary>
    public static (string Text, IReadOnlyList<MentionSpan> Mentions) Read(Submission pressed)
    {
        var text = pressed.Inputs.TryGetValue("command", out var command) ? command.ToString() : "";
        try
        {
            var spans = pressed.Inputs.TryGetValue("mentions", out var mentions) ? JsonSerializer.Deserialize<List<MentionSpan>>(mentions.ToString()) ?? [] : [];
            var end = 0;
            var isSound = spans.All(span => span is { Id.Value: not null, Name: not null, Length: > 0 } && span.Start >= end && (end = span.Start + span.Length) <= text.Length && end > 0);
            return (text, isSound ? spans : []);
        }
        catch (JsonException)
        {
            return (text, []);
        }
    }

    private static string TextOf(object? argument) => argument switch
    {
        null => "",
        Mention mention => mention.Name,
        Array many => string.Join(", ", many.Cast<object?>().Select(TextOf)),
        _ => Field.TextOf(argument) ?? "",
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Holes();
}
