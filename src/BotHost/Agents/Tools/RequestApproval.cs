using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class RequestApproval
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("request-approval", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Ask for a yes or no",
        Description = "Asks a person, or whoever is in a space, for a yes or no to something of your own, and waits. It allows nothing that you may not do anyway: calls that need a person's yes ask for it "
            + "by themselves. Give exactly one of roomId, toPersonId, toPersonEmail. state is approved or denied; where it is pending, repeat the same call.",
        Writings = [],
        IsIdempotent = true,
        About = (input, call) => call.To(input.RoomId, input.ToPersonId, input.ToPersonEmail),
        Says = input => input.Question,
        Run = (input, context, ct) => string.IsNullOrWhiteSpace(input.Question)
            ? throw new ToolException("The question is empty. Write what is to be approved.")
            : context.Services.GetRequiredService<PeopleQuestions>().AskAsync(
                context, context.Request(RequestKind.Consent, input, "a yes or no"), new QuestionPlace(input.RoomId, input.ToPersonId, input.ToPersonEmail),
                (language, id, until) => PeopleCards.Consent(language, context.Agent.Name, input.Question, id, until), input.TimeoutSeconds, ct),
    };

    internal sealed record Input(
        [Description("What is to be approved, in plain text.")] string Question,
        [Description("The space to ask in; anybody there may answer, once.")] RoomId? RoomId = null,
        [Description("The person to ask directly, by id.")] PersonId? ToPersonId = null,
        [Description("The person to ask directly, by e-mail address.")] string? ToPersonEmail = null,
        [Description("How long this call waits, in seconds; at most what the host allows.")] int? TimeoutSeconds = null);
}
