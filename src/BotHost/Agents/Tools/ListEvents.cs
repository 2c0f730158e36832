using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListEvents
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-events", AgentResource.Events, AgentLevel.Read)
    {
        Title = "List an organisation's events",
        Description = "Lists what happened in the organisation, texts of messages included. For identities of compliance officers alone; Webex refuses others.",
        About = (input, call) => call with { Person = input.ActorId, IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "events",
            context.Webex.Events.ListAsync(input.Resource, input.Type, input.ActorId, input.From, input.To, Listing.PageSize(new PageWish(input.Max, null)), cancellationToken: ct),
            new PageWish(input.Max, input.Cursor), context,
            (one, call) => call with { Room = one.Data.RoomId, Person = one.ActorId, Subject = one.Id.Value }, ct),
    };

    internal sealed record Input(
        [Description("messages, memberships, rooms, meetings, …")] string? Resource = null,
        [Description("created, updated, deleted or ended.")] string? Type = null,
        [Description("Only what this person did.")] PersonId? ActorId = null,
        [Description("Then or later: 2026-01-31T12:00:00Z.")] DateTimeOffset? From = null,
        [Description("Before.")] DateTimeOffset? To = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
