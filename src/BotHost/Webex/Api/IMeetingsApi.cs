using Refit;

namespace BotHost.Webex;

/// <summary>
/// Meetings the caller hosts or is invited to. Bots have no scope for any of them. The host's e-mail address, where a call takes one, is for
/// administrators who act for somebody.
/// </summary>
internal interface IMeetingsApi : IPages<Meeting>
{
    /// <summary>A series, one meeting of it, or one that takes or took place.</summary>
    /// <param name="meetingId">Which.</param>
    /// <param name="current">Of a series, the meeting that is next instead.</param>
    /// <param name="hostEmail">For administrators.</param>
    /// <param name="password">Where it has one and the caller is neither host nor invited.</param>
    /// <param name="timezone">IANA name of the time zone in which to give times; UTC unless told.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("meetings/{meetingId}")]
    Task<Meeting> GetAsync(
        MeetingId meetingId,
        [Query] bool? current,
        [Query] string? hostEmail,
        [Header("password")] string? password,
        [Header("timezone")] string? timezone,
        CancellationToken cancellationToken);

    [Post("meetings")]
    Task<Meeting> CreateAsync([Body] NewMeeting meeting, CancellationToken cancellationToken);

    [Put("meetings/{meetingId}")]
    Task<Meeting> UpdateAsync(MeetingId meetingId, [Body] MeetingUpdate update, CancellationToken cancellationToken);

    /// <summary>The specification names the content type of JSON Patch and shows a plain object: it is sent as what it is.</summary>
    [Patch("meetings/{meetingId}")]
    Task<Meeting> PatchAsync(MeetingId meetingId, [Body] MeetingPatch patch, CancellationToken cancellationToken);

    /// <summary>Cancels a series, or one meeting of it; not one that takes place.</summary>
    [Delete("meetings/{meetingId}")]
    Task DeleteAsync(MeetingId meetingId, [Query] string? hostEmail, [Query] bool? sendEmail, CancellationToken cancellationToken);

    /// <summary>Ends what takes place of it, for everybody; for host, co-host and compliance officers.</summary>
    [Post("meetings/{meetingId}/end")]
    Task EndAsync(MeetingId meetingId, [Body] MeetingEnd? reason, CancellationToken cancellationToken);

    [Post("meetings/join")]
    Task<MeetingLinks> JoinAsync([Body] MeetingJoin join, CancellationToken cancellationToken);

    /// <summary>The answer as it comes: nothing where all have the new host. <see cref="MeetingsApi.ReassignHostAsync"/> reads it.</summary>
    [Post("meetings/reassignHost")]
    Task<HttpResponseMessage> PostReassignHostAsync(
        [Body] HostChange change, [Header("siteUrl")] string? siteUrl, CancellationToken cancellationToken);

    /// <summary>Any meeting of the organisation, without what is confidential; for administrators.</summary>
    [Get("admin/meetings/{meetingId}")]
    Task<Meeting> GetAsAdminAsync(
        MeetingId meetingId, [Query] bool? current, [Header("timezone")] string? timezone, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MeetingsApi.ListAsAdminAsync"/> gives them all.</summary>
    [Get("admin/meetings")]
    Task<Page<Meeting>> ListAsAdminPageAsync(
        [Query] string? meetingNumber,
        [Query] string? webLink,
        [Query] bool? current,
        [Header("timezone")] string? timezone,
        CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MeetingsApi.ListAsync"/> gives them all.</summary>
    [Get("meetings")]
    Task<Page<Meeting>> ListPageAsync(
        [Query] string? meetingNumber,
        [Query] string? webLink,
        [Query] RoomId? roomId,
        [Query] MeetingId? meetingSeriesId,
        [Query] int? max,
        [Query] DateTimeOffset? from,
        [Query] DateTimeOffset? to,
        [Query] MeetingType? meetingType,
        [Query] MeetingState? state,
        [Query] ScheduledType? scheduledType,
        [Query] bool? isModified,
        [Query] bool? hasChat,
        [Query] bool? hasRecording,
        [Query] bool? hasTranscription,
        [Query] bool? hasSummary,
        [Query] bool? hasClosedCaption,
        [Query] bool? hasPolls,
        [Query] bool? hasQA,
        [Query] bool? hasSlido,
        [Query] bool? current,
        [Query] string? hostEmail,
        [Query] string? siteUrl,
        [Query] string? integrationTag,
        [Header("password")] string? password,
        [Header("timezone")] string? timezone,
        CancellationToken cancellationToken);
}
