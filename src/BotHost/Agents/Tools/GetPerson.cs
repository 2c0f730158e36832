using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class GetPerson
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-person", AgentResource.People, AgentLevel.Read)
    {
        Title = "Look a person up",
        Description = "Shows what Webex tells you of one person.",
        About = (input, call) => call with { Person = input.PersonId },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.People.GetAsync(input.PersonId, ct).ConfigureAwait(false)),
    };

    internal sealed record Input([Description("The person.")] PersonId PersonId);
}
