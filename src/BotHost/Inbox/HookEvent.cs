using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotHost.Inbox;

/// <summary>
/// What somebody sent to a hook, as an event: an envelope like Webex's, so that all that is done to events is done to it. What was sent is a text in it:
/// its depth is its own affair.
/// </summary>
internal static class HookEvent
{
    public const string Resource = "hooks";

    private const string Event = "posted";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="hook">Its id.</param>
    /// <param name="delivery">What tells this delivery from others of the hook.</param>
    /// <param name="sent">JSON.</param>
    public static InboundEvent Of(string hook, string delivery, string sent) => new(
        $"{KeyStart}{hook}:{delivery}", $"{Resource}:{hook}", Resource, Event,
        JsonSerializer.SerializeToUtf8Bytes(new { resource = Resource, @event = Event, data = new { id = hook }, sent }, Plain));

    /// <summary>Whether our own door stored it. An envelope of Webex's door, whatever it calls itself, has another key.</summary>
    public static bool Is(QueuedEvent queued) => queued.Resource == Resource && queued.Key.StartsWith(KeyStart, StringComparison.Ordinal);

    public static string SentOf(QueuedEvent queued)
    {
        using var envelope = JsonDocument.Parse(queued.Body);
        return envelope.RootElement.GetProperty("sent").GetString()!;
    }

    private const string KeyStart = "hook ";
}
