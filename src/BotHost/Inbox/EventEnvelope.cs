using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace BotHost.Inbox;

/// <summary>
/// What a webhook says happened. It carries no text and is only a hint: the resource is read again with the bot's own token
/// before anything is done about it. Field names and shapes: Webex webhooks guide.
/// </summary>
/// <param name="CreatedBy">Whose webhook this is; not who caused the event.</param>
/// <param name="Created">When the resource was created, where the webhook says so: for messages and card submits, when it happened.</param>
/// <param name="ActorId">Who caused it.</param>
internal sealed record EventEnvelope(
    string Resource, string Event, PersonId? CreatedBy, string DataId, RoomId? RoomId, PersonId? PersonId, DateTimeOffset? Created, PersonId? ActorId = null)
{
    /// <summary>Longer ids than this are not Webex's (about 200 characters).</summary>
    private const int LongestName = 512;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    /// <summary>Reads an envelope leniently: extra fields are ignored, missing ones are null. Returns why, where it is unusable.</summary>
    public static (EventEnvelope? Envelope, string? Problem) Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            return (null, "The body is not valid UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return (null, $"The body is not one JSON object: line {e.LineNumber}, byte {e.BytePositionInLine}.");
        }
        catch (InvalidOperationException)
        {
            // JSON can spell \ud800 alone; what reads a string cannot take it.
            return (null, "The body names something with half a surrogate pair, which is no text.");
        }
    }

    /// <summary>
    /// The key that makes this event one row, whoever delivers it and however often. It names whose webhook told of it: one that is
    /// not ours is quarantined, and must not keep ours out.
    /// </summary>
    public string Key => (Resource, Event) switch
    {
        // A membership id is person:room, so leaving and coming back is news only by its time.
        ("memberships", "created" or "deleted") => $"{Resource}/{Event}:{DataId}@{Created?.ToUnixTimeMilliseconds()}|{CreatedBy}",
        _ => $"{Resource}/{Event}:{DataId}|{CreatedBy}",
    };

    /// <summary>
    /// Events of one room are handled in order; those without a room, in the order of their own resource. The bot's own messages wait for
    /// nothing: each is a receipt, which comes too late where it comes after the next turn.
    /// </summary>
    public string Lane => IsEcho ? $"{Resource}:{DataId}" : RoomId?.Value ?? (Resource == "rooms" ? DataId : $"{Resource}:{DataId}");

    private bool IsEcho => (Resource, Event) == ("messages", "created") && PersonId is { } sender && sender == CreatedBy;

    private static (EventEnvelope?, string?) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (null, "The body is not a JSON object.");
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return (null, "`data` is not an object.");
        if (Text(root, "resource") is not { } resource || Text(root, "event") is not { } name)
            return (null, "`resource` or `event` is missing.");
        if (Text(data, "id") is not { } id)
            return (null, "`data.id` is not a string.");

        var created = Text(data, "created") is { } stamp
            && DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null;
        return (new EventEnvelope(resource, name, Id<PersonId>(root, "createdBy"), id, Id<RoomId>(data, "roomId"), Id<PersonId>(data, "personId"), created,
            Id<PersonId>(root, "actorId")), null);
    }

    private static TId? Id<TId>(JsonElement parent, string name) where TId : struct, IWebexId<TId> =>
        Text(parent, name) is { } value ? TId.From(value) : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= LongestName } text && !text.Contains('\0') ? text : null;
}
