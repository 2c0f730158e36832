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
        typeof(PageConverter<Meeting>), typeof(PageConverter<MeetingInvitee>), typeof(PageConverter<Participant>),
        typeof(PageConverter<Registrant>), typeof(PageConverter<Recording>), typeof(PageConverter<Transcript>),
        typeof(PageConverter<Snippet>), typeof(PageConverter<MeetingSummary>), typeof(PageConverter<OrganizationEvent>),
        typeof(PageConverter<AuditEvent>), typeof(PageConverter<License>), typeof(PageConverter<Role>),
        typeof(PageConverter<Organization>),
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
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(Page<Meeting>))]
[JsonSerializable(typeof(MeetingInvitee))]
[JsonSerializable(typeof(Page<MeetingInvitee>))]
[JsonSerializable(typeof(Participant))]
[JsonSerializable(typeof(Page<Participant>))]
[JsonSerializable(typeof(Registrant))]
[JsonSerializable(typeof(Page<Registrant>))]
[JsonSerializable(typeof(Recording))]
[JsonSerializable(typeof(Page<Recording>))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(Page<Transcript>))]
[JsonSerializable(typeof(Snippet))]
[JsonSerializable(typeof(Page<Snippet>))]
[JsonSerializable(typeof(MeetingSummary))]
[JsonSerializable(typeof(Page<MeetingSummary>))]
[JsonSerializable(typeof(OrganizationEvent))]
[JsonSerializable(typeof(Page<OrganizationEvent>))]
[JsonSerializable(typeof(AuditEvent))]
[JsonSerializable(typeof(Page<AuditEvent>))]
[JsonSerializable(typeof(License))]
[JsonSerializable(typeof(Page<License>))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(Page<Role>))]
[JsonSerializable(typeof(Organization))]
[JsonSerializable(typeof(Page<Organization>))]
[JsonSerializable(typeof(Results<HostChangeResult>))]
[JsonSerializable(typeof(Results<MeetingInvitee>))]
[JsonSerializable(typeof(MeetingLinks))]
[JsonSerializable(typeof(Callout))]
[JsonSerializable(typeof(MeetingSites))]
[JsonSerializable(typeof(MeetingSite))]
[JsonSerializable(typeof(TokenExpiry))]
[JsonSerializable(typeof(NewPerson))]
[JsonSerializable(typeof(PersonUpdate))]
[JsonSerializable(typeof(NewMeeting))]
[JsonSerializable(typeof(MeetingUpdate))]
[JsonSerializable(typeof(MeetingPatch))]
[JsonSerializable(typeof(MeetingJoin))]
[JsonSerializable(typeof(MeetingEnd))]
[JsonSerializable(typeof(HostChange))]
[JsonSerializable(typeof(NewMeetingInvitee))]
[JsonSerializable(typeof(NewInvitees))]
[JsonSerializable(typeof(MeetingInviteeUpdate))]
[JsonSerializable(typeof(ParticipantQuery))]
[JsonSerializable(typeof(ParticipantUpdate))]
[JsonSerializable(typeof(Admission))]
[JsonSerializable(typeof(NewCallout))]
[JsonSerializable(typeof(CalloutCancellation))]
[JsonSerializable(typeof(NewRegistrant))]
[JsonSerializable(typeof(RecordingSharing))]
[JsonSerializable(typeof(DeletionReason))]
[JsonSerializable(typeof(SnippetUpdate))]
[JsonSerializable(typeof(SiteChoice))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TrackingCode[]))]
internal sealed partial class WebexJson : JsonSerializerContext
{
    /// <exception cref="InvalidOperationException">The type is not listed above.</exception>
    public static JsonTypeInfo<T> For<T>() => (JsonTypeInfo<T>?)Default.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException(
        $"{typeof(T)} crosses the wire but is not declared. Add [JsonSerializable(typeof(…))] for it to {nameof(WebexJson)}.");
}
