using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreatePerson
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-person", AgentResource.People, AgentLevel.Full)
    {
        Title = "Create an account",
        Description = "Creates a person's account in the organisation. For identities of administrators alone; Webex refuses others. Give displayName, or firstName and lastName.",
        IsDestructive = false,
        About = (input, call) => call with { Email = input.Email },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.People.CreateAsync(
            new NewPerson { Emails = [input.Email], DisplayName = input.DisplayName, FirstName = input.FirstName, LastName = input.LastName, Licenses = input.Licenses, Roles = input.Roles },
            null, null, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The person's address.")] string Email,
        [Description("The name others see.")] string? DisplayName = null,
        [Description("First name.")] string? FirstName = null,
        [Description("Last name.")] string? LastName = null,
        [Description("Ids of licences.")] IReadOnlyList<string>? Licenses = null,
        [Description("Ids of roles.")] IReadOnlyList<string>? Roles = null);
}
