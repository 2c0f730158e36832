using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotHost.Inbox;

/// <summary>What an agent has the bot do.</summary>
/// <param name="Request">Its number among what agents ask.</param>
/// <param name="Room">The space it is run in; null for none.</param>
/// <param name="Route">The command, by its name.</param>
/// <param name="Text">As it was typed.</param>
internal sealed record AskedCommand(long Request, string Agent, string? Room, string Route, string Text);

/// <summary>A command that an agent runs, as an event: an envelope like Webex's, so that all that is done to events is done to it.</summary>
internal static class CommandEvent
{
    public const string Resource = "commands";

    private const string Event = "typed", KeyStart = "command ";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string KeyOf(long request) => KeyStart + request.ToString(CultureInfo.InvariantCulture);

    /// <summary>In its space's lane, or the agent's own.</summary>
    public static InboundEvent Of(AskedCommand asked) => new(
        KeyOf(asked.Request), asked.Room ?? $"{Resource}:{asked.Agent}", Resource, Event,
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            resource = Resource, @event = Event, data = new { id = asked.Request.ToString(CultureInfo.InvariantCulture), roomId = asked.Room }, asked,
        }, Plain));

    /// <summary>Whether this host stored it. An envelope of Webex's door, whatever it calls itself, has another key.</summary>
    public static bool Is(QueuedEvent queued) => queued.Resource == Resource && queued.Key.StartsWith(KeyStart, StringComparison.Ordinal);

    public static AskedCommand Read(QueuedEvent queued)
    {
        using var envelope = JsonDocument.Parse(queued.Body);
        return envelope.RootElement.GetProperty("asked").Deserialize<AskedCommand>()!;
    }
}
