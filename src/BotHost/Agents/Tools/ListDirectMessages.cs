using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListDirectMessages
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-direct-messages", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Read a direct conversation",
        Description = "Lists the messages between you and one person, newest first. Give personId or personEmail.",
        About = (input, call) => (input.PersonId is null) == (input.PersonEmail is null)
            ? throw new ToolException("Name one person: give either personId or personEmail.")
            : call.To(null, input.PersonId, input.PersonEmail) with { IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "messages", context.Webex.Messages.AllAsync(each => context.Webex.Messages.ListDirectPageAsync(input.PersonId, input.PersonEmail, input.ParentId, each), ct), new PageWish(input.Max, input.Cursor), context,
            (message, call) => call with { Room = message.RoomId, Subject = message.Id.Value }, ct),
    };

    internal sealed record Input(
        [Description("The person, by id.")] PersonId? PersonId = null,
        [Description("The person, by e-mail address.")] string? PersonEmail = null,
        [Description("Only the replies in this thread.")] MessageId? ParentId = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
