using System.Text.Json.Nodes;
using BotHost.Access;
using BotHost.Inbox;
using BotHost.Outbox;
using BotHost.Storage;

namespace BotHost.Agents;

internal static class InboxStatus
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("inbox-status", AgentResource.Host, AgentLevel.Read)
    {
        Title = "See how the bot is doing",
        Description = "Counts what the bot has received and what it has to say, by state, and tells since when the oldest waits. Dead letters wait for a person: tell whoever runs the host.",
        About = (_, call) => call with { IsList = true },
        Run = (_, context, _) =>
        {
            var database = context.Services.GetRequiredService<Database>();
            var (events, oldest) = database.Read(InboxAdmin.Stats);
            var effects = database.Read(OutboxAdmin.Count);
            return Task.FromResult(new ToolOutput(new JsonObject
            {
                ["events"] = Counted(events), ["deliveries"] = Counted(effects),
                ["oldestOpen"] = oldest is { } at ? ToolJson.Of(DateTimeOffset.FromUnixTimeMilliseconds(at)) : null,
            }));
        },
    };

    private static JsonObject Counted<TState>(IReadOnlyDictionary<TState, long> counts) where TState : struct, Enum =>
        new(Enum.GetValues<TState>().Select(state => KeyValuePair.Create<string, JsonNode?>(state.ToString().ToLowerInvariant(), counts.GetValueOrDefault(state))));

    internal sealed record Input;
}
