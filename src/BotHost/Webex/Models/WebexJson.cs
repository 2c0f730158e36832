using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BotHost.Webex;

/// <summary>Every type that crosses the wire, so that none is read by reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<Person>))]
[JsonSerializable(typeof(Page<Room>))]
[JsonSerializable(typeof(Page<Membership>))]
[JsonSerializable(typeof(Page<Message>))]
[JsonSerializable(typeof(Page<Webhook>))]
[JsonSerializable(typeof(AttachmentAction))]
[JsonSerializable(typeof(NewRoom))]
[JsonSerializable(typeof(RoomUpdate))]
[JsonSerializable(typeof(NewMembership))]
[JsonSerializable(typeof(MembershipUpdate))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(NewAttachmentAction))]
[JsonSerializable(typeof(NewWebhook))]
[JsonSerializable(typeof(WebhookUpdate))]
internal sealed partial class WebexJson : JsonSerializerContext
{
    /// <exception cref="InvalidOperationException">The type is not listed above.</exception>
    public static JsonTypeInfo<T> For<T>() => (JsonTypeInfo<T>?)Default.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException(
        $"{typeof(T)} crosses the wire but is not declared. Add [JsonSerializable(typeof(…))] for it to {nameof(WebexJson)}.");
}
