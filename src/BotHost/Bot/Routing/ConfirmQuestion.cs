using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotHost.Bot;

/// <summary>
/// The question before a command that cannot be taken back. What is confirmed is the text that was typed: pressed, it is read again, as the
/// presser's own words, so nothing that was decided when it was asked needs to be trusted or kept. What "tomorrow" is counts from the question.
/// </summary>
internal sealed partial class ConfirmQuestion
{
    private readonly Caption _question;
    private readonly IReadOnlyDictionary<string, Parameter> _parameters;

    private ConfirmQuestion(Caption question, IReadOnlyDictionary<string, Parameter> parameters) => (_question, _parameters) = (question, parameters);

    /// <summary>The question; null, with the problem reported, where nothing can be asked back.</summary>
    public static ConfirmQuestion? Of(Caption question, RouteKind kind, IReadOnlyList<Parameter> parameters, Action<string> problem)
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
        foreach (var name in Holes().Matches($"{question.Text} {question.German}").Select(hole => hole.Groups[1].Value).Where(name => !read.ContainsKey(name)).Distinct())
        {
            problem($"The question names {{{name}}}, which is no argument of the command. {(read.Count == 0 ? "It has none." : $"It has {string.Join(", ", read.Keys)}.")}");
        }

        return new ConfirmQuestion(question, read);
    }

    /// <summary>The card that asks.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="arguments">What was read from it.</param>
    /// <param name="asked">By what time it was read; null where time does not matter.</param>
    public Card Ask(Incoming typed, object?[] arguments, DateTimeOffset? asked)
    {
        var question = Holes().Replace(_question.Told, hole => Markdown.Escape(TextOf(arguments[_parameters[hole.Groups[1].Value].Position])));
        return Card.Confirm(question, typed.Text, JsonSerializer.Serialize(typed.Mentions), asked);
    }

    /// <summary>What was typed, and by what time it was read, from the card's own words: they are the presser's, like anything they could have typed.</summary>
    public static (string Text, IReadOnlyList<MentionSpan> Mentions, DateTimeOffset? Asked) Read(Submission pressed)
    {
        DateTimeOffset? asked = pressed.Inputs.TryGetValue("asked", out var time) && DateTimeOffset.TryParseExact(time.ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        var text = pressed.Inputs.TryGetValue("command", out var command) ? command.ToString() : "";
        try
        {
            var spans = pressed.Inputs.TryGetValue("mentions", out var mentions) ? JsonSerializer.Deserialize<List<MentionSpan>>(mentions.ToString()) ?? [] : [];
            var end = 0;
            var isSound = spans.All(span => span is { Id.Value: not null, Name: not null, Length: > 0 } && span.Start >= end && (end = span.Start + span.Length) <= text.Length && end > 0);
            return (text, isSound ? spans : [], asked);
        }
        catch (JsonException)
        {
            return (text, [], asked);
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
