using RestEase;

namespace BotHost.Webex;

/// <summary>Who is invited to meetings.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IMeetingInviteesApi : IPages<MeetingInvitee>
{
    [Get("meetingInvitees/{inviteeId}")]
    Task<MeetingInvitee> GetAsync([Path] MeetingInviteeId inviteeId, [Query] string? hostEmail, CancellationToken cancellationToken);

    [Post("meetingInvitees")]
    Task<MeetingInvitee> CreateAsync([Body] NewMeetingInvitee invitee, CancellationToken cancellationToken);

    [Post("meetingInvitees/bulkInsert")]
    Task<Results<MeetingInvitee>> CreateManyAsync([Body] NewInvitees invitees, CancellationToken cancellationToken);

    [Put("meetingInvitees/{inviteeId}")]
    Task<MeetingInvitee> UpdateAsync([Path] MeetingInviteeId inviteeId, [Body] MeetingInviteeUpdate update, CancellationToken cancellationToken);

    [Delete("meetingInvitees/{inviteeId}")]
    Task DeleteAsync([Path] MeetingInviteeId inviteeId, [Query] string? hostEmail, [Query] bool? sendEmail, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MeetingInviteesApi.ListAsync"/> gives them all.</summary>
    [Get("meetingInvitees")]
    Task<Response<Page<MeetingInvitee>>> ListPageAsync(
        [Query] MeetingId meetingId, [Query] int? max, [Query] string? hostEmail, [Query] bool? panelist, CancellationToken cancellationToken);
}
