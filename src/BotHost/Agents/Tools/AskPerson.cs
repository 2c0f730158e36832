using System.ComponentModel;
using System.Text.Json;
using BotHost.Access;

namespace BotHost.Agents;

internal static class AskPerson
{
    private const int MostChoices = 20;

    public static AgentTool Tool { get; } = new AgentTool<Input>("ask-person", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Ask a person",
        Description = "Asks a person, or whoever is in a space, with a card from the bot, and waits for the answer. Give exactly one of roomId, toPersonId, toPersonEmail. With choices people press "
            + "a button; without they write. Where nobody has answered in time, repeat the same call to go on waiting. What you write is shown as yours.",
        Writings = ["answer"],
        IsIdempotent = true,
        About = (input, call) => call.To(input.RoomId, input.ToPersonId, input.ToPersonEmail),
        Says = input => input.Question,
        Run = (input, context, ct) =>
        {
            var choices = input.Choices ?? [];
            if (string.IsNullOrWhiteSpace(input.Question))
                throw new ToolException("The question is empty. Write what you want to know.");
            if (choices.Count > MostChoices || choices.Any(choice => string.IsNullOrWhiteSpace(choice) || choice.Length > 200) || choices.Distinct().Count() < choices.Count)
                throw new ToolException($"Give at most {MostChoices} choices, each once, of 1 to 200 characters.");
            return context.Services.GetRequiredService<PeopleQuestions>().AskAsync(
                context, context.Request(RequestKind.Question, input, "an answer to a question"), new QuestionPlace(input.RoomId, input.ToPersonId, input.ToPersonEmail),
                (language, id, until) => PeopleCards.Question(language, context.Agent.Name, input.Question, choices, id, until), input.TimeoutSeconds, ct);
        },
    };

    /// <summary>A request of this call. How long it waits makes it no other; that the call needs a person's yes is one of its own.</summary>
    public static PersonRequest Request<TInput>(this ToolContext context, RequestKind kind, TInput input, string wish) where TInput : class
    {
        var arguments = JsonSerializer.SerializeToElement(input, ToolJson.Options).EnumerateObject().Where(one => one.Name != "timeoutSeconds").ToDictionary(one => one.Name, one => one.Value);
        return new PersonRequest
        {
            Agent = context.Agent.Name, KindName = kind.ToString(), CallKey = CallKey.Of(context.Agent, $"{kind} {context.Call.Tool}", arguments), Decision = context.Number, Wish = wish,
        };
    }

    internal sealed record Input(
        [Description("What you want to know, in plain text.")] string Question,
        [Description("What they can choose from, at most 20; without, they write.")] IReadOnlyList<string>? Choices = null,
        [Description("The space to ask in; anybody there may answer, once.")] RoomId? RoomId = null,
        [Description("The person to ask directly, by id.")] PersonId? ToPersonId = null,
        [Description("The person to ask directly, by e-mail address.")] string? ToPersonEmail = null,
        [Description("How long this call waits, in seconds; at most what the host allows.")] int? TimeoutSeconds = null);
}
