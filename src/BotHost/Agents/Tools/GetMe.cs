using BotHost.Access;

namespace BotHost.Agents;

internal static class GetMe
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-me", AgentResource.People, AgentLevel.Read)
    {
        Title = "See who you are",
        Description = "Shows the account you act as in Webex.",
        // Itself: nothing a grant could be narrowed to keeps it from knowing who it is.
        About = (_, call) => call with { IsList = true },
        Run = async (_, context, ct) => ToolOutput.Of(await context.Webex.People.GetMeAsync(ct).ConfigureAwait(false)),
    };

    internal sealed record Input;
}
