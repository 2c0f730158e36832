using System.ComponentModel;
using BotHost.Access;
using BotHost.Outbox;
using BotHost.Storage;

namespace BotHost.Agents;

internal static class ListDeliveries
{
    private const string ByAddress = "a person, by address";

    public static AgentTool Tool { get; } = new AgentTool<Input>("list-deliveries", AgentResource.Host, AgentLevel.Read)
    {
        Title = "See what the bot has to say still",
        Description = "Lists what the bot is to post and what became of it, newest first: ids and states, never a text. Without state: what is not sent yet, was rejected, or is unknown.",
        About = (_, call) => call with { IsList = true },
        Run = async (input, context, ct) =>
        {
            var database = context.Services.GetRequiredService<Database>();
            var found = database.Read(connection => OutboxAdmin.List(connection, input.State, Listing.Most));
            return await Listing.ReadAsync(
                "deliveries", found.Select(Shown).ToAsyncEnumerable(), new PageWish(input.Max, input.Cursor), context,
                (delivery, call) => call with { Room = new RoomId(delivery.Target) }, ct).ConfigureAwait(false);
        },
    };

    private static Delivery Shown(EffectFacts e) =>
        new(e.Sequence, e.State, e.Event, e.Target.Contains('@') ? ByAddress : e.Target, e.Tries, e.MessageId, e.Reason, DateTimeOffset.FromUnixTimeMilliseconds(e.AddedAt));

    /// <param name="Target">The room; or the person, whose direct room did not exist yet: by id, or that it is one by address.</param>
    private sealed record Delivery(long Number, EffectState State, long Event, string Target, long Tries, string? MessageId, string? Reason, DateTimeOffset Added);

    internal sealed record Input(
        [Description("Only these.")] EffectState? State = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
