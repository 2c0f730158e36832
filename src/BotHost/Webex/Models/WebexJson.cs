using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BotHost.Webex;

/// <summary>Every type that crosses the wire, so that none is read by reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientBooleanConverter), typeof(FieldErrorsConverter),
        typeof(PageConverter<Person>), typeof(PageConverter<Room>), typeof(PageConverter<Membership>),
        typeof(PageConverter<Message>), typeof(PageConverter<Webhook>), typeof(PageConverter<Team>),
        typeof(PageConverter<TeamMembership>), typeof(PageConverter<RoomTab>),
    ])]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Page<Person>))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(Page<Room>))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Page<Membership>))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Page<Message>))]
[JsonSerializable(typeof(Webhook))]
[JsonSerializable(typeof(Page<Webhook>))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(Page<Team>))]
[JsonSerializable(typeof(TeamMembership))]
[JsonSerializable(typeof(Page<TeamMembership>))]
[JsonSerializable(typeof(RoomTab))]
[JsonSerializable(typeof(Page<RoomTab>))]
[JsonSerializable(typeof(RoomMeetingInfo))]
[JsonSerializable(typeof(TokenExpiry))]
[JsonSerializable(typeof(ApplicationToken))]
[JsonSerializable(typeof(NewApplicationToken))]
[JsonSerializable(typeof(AttachmentAction))]
[JsonSerializable(typeof(NewRoom))]
[JsonSerializable(typeof(RoomUpdate))]
[JsonSerializable(typeof(NewMembership))]
[JsonSerializable(typeof(MembershipUpdate))]
[JsonSerializable(typeof(NewTeam))]
[JsonSerializable(typeof(TeamUpdate))]
[JsonSerializable(typeof(NewTeamMembership))]
[JsonSerializable(typeof(TeamMembershipUpdate))]
[JsonSerializable(typeof(RoomTabContent))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(IReadOnlyList<Attachment>))]
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
