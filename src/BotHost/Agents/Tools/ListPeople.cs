using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListPeople
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-people", AgentResource.People, AgentLevel.Read)
    {
        Title = "Find people",
        Description = "Finds people by their whole e-mail address, the beginning of their name, or their ids. An address nobody has gives an empty list. Only administrators may list without.",
        About = (input, call) => call with { Email = input.Email, IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "people",
            context.Webex.People.ListAsync(input.Email, input.DisplayName, input.Ids, input.Ids is null ? Listing.PageSize(new PageWish(input.Max, null)) : null, cancellationToken: ct),
            new PageWish(input.Max, input.Cursor), context, context.About, ct),
    };

    internal sealed record Input(
        [Description("The whole address.")] string? Email = null,
        [Description("The beginning of the name.")] string? DisplayName = null,
        [Description("Person ids.")] IReadOnlyList<PersonId>? Ids = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
