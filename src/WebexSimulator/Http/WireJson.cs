using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WebexSimulator.Administration;
using WebexSimulator.Cards;
using WebexSimulator.Compliance;
using WebexSimulator.Control;
using WebexSimulator.Identity;
using WebexSimulator.Invitees;
using WebexSimulator.Meetings;
using WebexSimulator.Memberships;
using WebexSimulator.Messages;
using WebexSimulator.Participants;
using WebexSimulator.People;
using WebexSimulator.Recordings;
using WebexSimulator.Rooms;
using WebexSimulator.Tabs;
using WebexSimulator.Teams;
using WebexSimulator.Tokens;
using WebexSimulator.Transcripts;
using WebexSimulator.Webhooks;

namespace WebexSimulator.Http;

/// <summary>Everything that goes over the wire. A field without a value is not there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ListBody<PersonBody>))]
[JsonSerializable(typeof(PeopleApi.PeopleBody))]
[JsonSerializable(typeof(PeopleApi.PersonIdBody))]
[JsonSerializable(typeof(ListBody<Organisation>))]
[JsonSerializable(typeof(ListBody<LicenceBody>))]
[JsonSerializable(typeof(ListBody<RoleBody>))]
[JsonSerializable(typeof(ListBody<AuditBody>))]
[JsonSerializable(typeof(ListBody<EventBody>))]
[JsonSerializable(typeof(ListBody<AuthorizationBody>))]
[JsonSerializable(typeof(DeviceAnswer))]
[JsonSerializable(typeof(GuestBody))]
[JsonSerializable(typeof(GuestLoginBody))]
[JsonSerializable(typeof(ServiceAppData))]
[JsonSerializable(typeof(RoomBody))]
[JsonSerializable(typeof(ListBody<Written>))]
[JsonSerializable(typeof(RoomData))]
[JsonSerializable(typeof(ListBody<MembershipBody>))]
[JsonSerializable(typeof(ListBody<MessageBody>))]
[JsonSerializable(typeof(MessageData))]
[JsonSerializable(typeof(ListBody<TeamBody>))]
[JsonSerializable(typeof(ListBody<TeamMembershipBody>))]
[JsonSerializable(typeof(ListBody<RoomTabBody>))]
[JsonSerializable(typeof(MeetingInfo))]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(TokenExpiryBody))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ListBody<ApplicationBody>))]
[JsonSerializable(typeof(ListBody<ConsentBody>))]
[JsonSerializable(typeof(RevokedBody))]
[JsonSerializable(typeof(ListBody<MeetingBody>))]
[JsonSerializable(typeof(MeetingData))]
[JsonSerializable(typeof(JoinLinks))]
[JsonSerializable(typeof(JoinedBody))]
[JsonSerializable(typeof(ControlledBody))]
[JsonSerializable(typeof(ListBody<Reassigned>))]
[JsonSerializable(typeof(ListBody<RegistrantBody>))]
[JsonSerializable(typeof(SitesBody))]
[JsonSerializable(typeof(ListBody<InviteeBody>))]
[JsonSerializable(typeof(ListBody<ParticipantBody>))]
[JsonSerializable(typeof(CalloutBody))]
[JsonSerializable(typeof(ListBody<RecordingBody>))]
[JsonSerializable(typeof(LeftoverData))]
[JsonSerializable(typeof(ListBody<TranscriptBody>))]
[JsonSerializable(typeof(ListBody<SnippetBody>))]
[JsonSerializable(typeof(ListBody<SummaryBody>))]
[JsonSerializable(typeof(AttachmentActionBody))]
[JsonSerializable(typeof(AttachmentActionData))]
[JsonSerializable(typeof(ListBody<WebhookBody>))]
[JsonSerializable(typeof(WebhookEnvelope))]
[JsonSerializable(typeof(ListBody<AccountBody>))]
[JsonSerializable(typeof(ListBody<LedgerEntry>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class WireJson : JsonSerializerContext;

internal static class Wire
{
    /// <summary>Text beyond ASCII goes out as it is, as Webex sends it.</summary>
    public static WireJson Json { get; } = new(new(WireJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
