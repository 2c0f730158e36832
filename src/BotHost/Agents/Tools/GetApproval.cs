using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class GetApproval
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("get-approval", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "See what people answered",
        Description = "Tells how a request to people stands: pending, approved, denied, answered, used, expired. An approved call is made by repeating it.",
        Writings = ["answer"],
        About = (input, call) => call with { IsList = true },
        Run = (input, context, _) =>
        {
            var requests = context.Services.GetRequiredService<PersonRequests>();
            return requests.Find(input.Request) is { } request && request.Agent == context.Agent.Name
                ? Task.FromResult(new ToolOutput(PeopleQuestions.Told(request, request.At(requests.Now))))
                : throw new ToolException($"You have no request {input.Request}. Take its number from the answer of the call that asked.");
        },
    };

    internal sealed record Input([Description("The number of the request.")] long Request);
}
