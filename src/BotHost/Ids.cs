using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost;

/// <summary>An identifier Webex gave out: opaque, case-sensitive, at most about 200 characters. Never parsed, never built.</summary>
/// <typeparam name="TSelf">The identifier's own type, so that a room's id is never taken for a person's.</typeparam>
public interface IWebexId<TSelf> where TSelf : struct, IWebexId<TSelf>
{
    /// <summary>The identifier as Webex spells it.</summary>
    string Value { get; }

    /// <summary>Takes an identifier as Webex spells it.</summary>
    static abstract TSelf From(string value);
}

/// <summary>A room, which people know as a space.</summary>
[JsonConverter(typeof(WebexIdConverter<RoomId>))]
public readonly record struct RoomId(string Value) : IWebexId<RoomId>
{
    /// <inheritdoc/>
    public static RoomId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person or a bot.</summary>
[JsonConverter(typeof(WebexIdConverter<PersonId>))]
public readonly record struct PersonId(string Value) : IWebexId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An organisation. Bots and consumer accounts all belong to one, Webex's own.</summary>
[JsonConverter(typeof(WebexIdConverter<OrganizationId>))]
public readonly record struct OrganizationId(string Value) : IWebexId<OrganizationId>
{
    /// <inheritdoc/>
    public static OrganizationId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A message.</summary>
[JsonConverter(typeof(WebexIdConverter<MessageId>))]
public readonly record struct MessageId(string Value) : IWebexId<MessageId>
{
    /// <inheritdoc/>
    public static MessageId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person's membership of a room. The same again when the person leaves and comes back.</summary>
[JsonConverter(typeof(WebexIdConverter<MembershipId>))]
public readonly record struct MembershipId(string Value) : IWebexId<MembershipId>
{
    /// <inheritdoc/>
    public static MembershipId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A team: rooms that belong together, and the people who may enter them.</summary>
[JsonConverter(typeof(WebexIdConverter<TeamId>))]
public readonly record struct TeamId(string Value) : IWebexId<TeamId>
{
    /// <inheritdoc/>
    public static TeamId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person's membership of a team.</summary>
[JsonConverter(typeof(WebexIdConverter<TeamMembershipId>))]
public readonly record struct TeamMembershipId(string Value) : IWebexId<TeamMembershipId>
{
    /// <inheritdoc/>
    public static TeamMembershipId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A tab of a room: a web page shown beside the conversation.</summary>
[JsonConverter(typeof(WebexIdConverter<RoomTabId>))]
public readonly record struct RoomTabId(string Value) : IWebexId<RoomTabId>
{
    /// <inheritdoc/>
    public static RoomTabId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One press of a card's submit button.</summary>
[JsonConverter(typeof(WebexIdConverter<AttachmentActionId>))]
public readonly record struct AttachmentActionId(string Value) : IWebexId<AttachmentActionId>
{
    /// <inheritdoc/>
    public static AttachmentActionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A registered webhook.</summary>
[JsonConverter(typeof(WebexIdConverter<WebhookId>))]
public readonly record struct WebhookId(string Value) : IWebexId<WebhookId>
{
    /// <inheritdoc/>
    public static WebhookId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A meeting: a series, one meeting of it, or one that takes or took place. Which it is, its length tells nobody: ask Webex.</summary>
[JsonConverter(typeof(WebexIdConverter<MeetingId>))]
public readonly record struct MeetingId(string Value) : IWebexId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Somebody's invitation to a meeting.</summary>
[JsonConverter(typeof(WebexIdConverter<MeetingInviteeId>))]
public readonly record struct MeetingInviteeId(string Value) : IWebexId<MeetingInviteeId>
{
    /// <inheritdoc/>
    public static MeetingInviteeId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Reads and writes a typed identifier as the plain string it is on the wire.</summary>
internal sealed class WebexIdConverter<TId> : JsonConverter<TId> where TId : struct, IWebexId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } value
            ? TId.From(value)
            : throw new JsonException($"An empty string is not a {typeof(TId).Name}.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
